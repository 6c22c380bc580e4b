import { setTimeout as sleep } from 'node:timers/promises'

import { startServices, startTestHouse, Visitor, type TestHouse } from '@enlace/testing'

import { rounded, summary } from './figures.ts'
import { holdSockets } from './held-sockets.ts'
import { needOf, randomOf } from './market.ts'
import { processorMs, residentMb } from './processor.ts'

const changes = 20
const idleMs = 5000
/** Long enough for the presence told last and for what the handshakes left behind. */
const settleMs = 3000

export type SocketOptions = { readonly connections: number; readonly say: (progress: string) => void }
type Bench = SocketOptions & {
  readonly realtime: TestHouse['processes']['realtime']
  readonly held: ReturnType<typeof holdSockets>
  /** Saves a draft, which is told to every member of its organisation. */
  readonly change: () => Promise<void>
}

const pidOf = (realtime: Bench['realtime']): number => {
  const pid = realtime.pid()
  if (pid === undefined) throw new Error('the realtime process does not run')
  return pid
}
const cpuMsOf = (realtime: Bench['realtime']): number => processorMs({ it: pidOf(realtime) })['it'] ?? 0

async function measureIdle({ realtime }: Bench) {
  const before = cpuMsOf(realtime)
  await sleep(idleMs)
  return rounded(((cpuMsOf(realtime) - before) * 100) / idleMs)
}

async function measureBroadcast({ realtime, held, change, connections }: Bench) {
  const before = cpuMsOf(realtime)
  const toAllMs: number[] = []
  for (let number = 1; number <= changes; number += 1) {
    const from = performance.now()
    await change()
    await held.until((tally) => tally.heard >= number * connections)
    toAllMs.push(performance.now() - from)
  }
  const expected = changes * connections
  return {
    changes,
    expected,
    heard: held.tally().heard,
    cpuMicrosecondsPerRecipient: rounded(((cpuMsOf(realtime) - before) * 1000) / expected),
    fromSavingToAllMs: summary(toAllMs),
  }
}

async function measureStorm({ realtime, held, change, connections }: Bench, ready: () => Promise<void>) {
  const { heard } = held.tally()
  const from = performance.now()
  await realtime.kill()
  await held.until((tally) => tally.listening === 0)
  // Something to resume: it is noted while nobody listens, and everyone must hear it.
  await change()
  await ready()
  const processReadyMs = Math.round(performance.now() - from)
  await held.until((tally) => tally.listening === connections)
  const allBackMs = Math.round(performance.now() - from)
  await held.until((tally) => tally.heard >= heard + connections)
  const tally = held.tally()
  return {
    processReadyMs,
    allBackMs,
    cpuMs: cpuMsOf(realtime),
    resumed: tally.resumed,
    lost: tally.lost,
    missedChangeHeard: tally.heard - heard,
  }
}

/** Measures what connections cost the realtime process, and how soon all are back after it was killed. */
export async function measureSockets({ connections, say }: SocketOptions) {
  const services = await startServices({ durable: true })
  const house = await startTestHouse({ services, environment: { LOG_LEVEL: 'warn' } })
  const { realtime } = house.processes
  const visitor = new Visitor(house.url)
  const topic = `organisation:${(await visitor.signIn('buyer')).organisationId}`
  const random = randomOf(1)
  const change = async (): Promise<void> => {
    const { status, body } = await visitor.call('POST', '/api/needs', needOf(random))
    if (status !== 201) throw new Error(`a need was refused: ${status} ${JSON.stringify(body)}`)
  }
  await sleep(settleMs)
  const emptyMb = residentMb(pidOf(realtime))

  say(`opening ${connections} connections`)
  const from = performance.now()
  const url = `${house.urls.realtime.replace(/^http/, 'ws')}/live`
  const held = holdSockets({ url, cookie: visitor.cookie, origin: house.url, topic, connections })
  await held.until((tally) => tally.listening === connections)
  const openingMs = Math.round(performance.now() - from)
  await sleep(settleMs)
  const fullMb = residentMb(pidOf(realtime))
  const presenceFramesPerConnection = rounded(held.tally().presences / connections)

  const bench: Bench = { connections, say, realtime, held, change }
  say('idle')
  const idleCpuPercent = await measureIdle(bench)
  say(`${changes} changes`)
  const broadcast = await measureBroadcast(bench)
  say('killing the realtime process')
  const reconnectStorm = await measureStorm(bench, house.ready)
  held.close()
  await house.stop()
  await services.stop()
  return {
    connections,
    openingMs,
    presenceFramesPerConnection,
    residentKbPerConnection: rounded(((fullMb - emptyMb) * 1024) / connections),
    residentMb: { empty: rounded(emptyMb), full: rounded(fullMb) },
    idleCpuPercent,
    broadcast,
    reconnectStorm,
  }
}
