import type { LiveNote } from '@enlace/contracts'

import { connectFast, connectPatient } from './connection.ts'

/** A note as it crosses Redis, with the number it has in Postgres; what it tells of is read there by whoever sends it on. */
export type LiveWake = LiveNote & { readonly seq: number }

const channelName = (prefix = 'enlace'): string => `${prefix}:live`

/** Publishes wake-ups; rejects when Redis is away, and listeners then find the notes in Postgres. */
export function openLivePublisher(options: { readonly url: string; readonly prefix?: string }) {
  const connection = connectFast(options.url)
  return {
    publish: async (wakes: readonly LiveWake[]): Promise<void> => {
      if (wakes.length > 0) await connection.publish(channelName(options.prefix), JSON.stringify(wakes))
    },
    ping: () => connection.ping(),
    close: (): void => connection.disconnect(),
  }
}
export type LivePublisher = ReturnType<typeof openLivePublisher>

/** Hears wake-ups; `onReconnect` is called whenever some may have been missed. */
export function openLiveListener(options: {
  readonly url: string
  readonly prefix?: string
  readonly onWakes: (wakes: readonly LiveWake[]) => void
  readonly onReconnect: () => void
}) {
  const connection = connectPatient(options.url)
  connection.on('message', (_channel: string, message: string) => options.onWakes(JSON.parse(message) as LiveWake[]))
  connection.on('ready', () => options.onReconnect())
  void connection.subscribe(channelName(options.prefix)).catch(() => undefined)
  return {
    /** True while Redis can be heard. */
    connected: (): boolean => connection.status === 'ready',
    close: (): void => connection.disconnect(),
  }
}
