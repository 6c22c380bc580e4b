import { Gauge, type Registry } from '@enlace/runtime'

import type { Hub } from './hub.ts'

/** Adds how many sockets and topics are open. */
export function measureSockets(metrics: Registry, subscribers: ReadonlySet<unknown>, hub: Hub): void {
  const registers = [metrics]
  new Gauge({
    name: 'enlace_sockets',
    help: 'Open websocket connections.',
    registers,
    collect() {
      this.set(subscribers.size)
    },
  })
  new Gauge({
    name: 'enlace_live_topics',
    help: 'Topics somebody listens to.',
    registers,
    collect() {
      this.set(hub.topics())
    },
  })
}
