import type { Position } from '@enlace/contracts'
import {
  asSystem,
  openTopic,
  readAsSystem,
  readEpoch,
  readNotesAfter,
  readSeqs,
  type Database,
  type KeptNote,
} from '@enlace/database'
import type { LiveWake } from '@enlace/messaging'
import type { Logger } from '@enlace/runtime'

import { Channel, type ChannelSource } from './channel.ts'
import { present } from './present.ts'
import type { Subscriber } from './subscriber.ts'

export type HubOptions = { readonly database: Database; readonly log: Logger; readonly lookEveryMs?: number }

/** Channels that are listened to, kept level with Postgres: Redis only says sooner what was noted there. */
export async function openHub({ database, log, lookEveryMs = 2000 }: HubOptions) {
  const channels = new Map<string, Channel>()
  let epoch = await readAsSystem(database, readEpoch)

  const source: ChannelSource = {
    epoch: () => epoch,
    lastSeq: (topic) => readAsSystem(database, (reader) => openTopic(reader, topic)),
    notesAfter: (topic, seq, limit) =>
      readAsSystem(database, (reader) => readNotesAfter(reader, new Map([[topic, seq]]), limit)),
    present: (note) => present(database, note),
  }
  const advance = (channel: Channel, heard: readonly KeptNote[] = []): void =>
    void channel
      .advance(heard)
      .catch((error: Error) => log.warn({ err: error }, 'a channel could not be told; it is looked at again'))

  /** Finds what wake-ups were lost for, and a changed epoch. */
  const look = async (): Promise<void> => {
    const topics = [...channels.keys()]
    const { now, seqs } = await asSystem(database, async (tx) => ({
      now: await readEpoch(tx),
      seqs: await readSeqs(tx, topics),
    }))
    if (now !== epoch) {
      epoch = now
      for (const channel of channels.values()) void channel.startOver()
      return
    }
    for (const channel of channels.values()) if ((seqs.get(channel.topic) ?? 0) > channel.seq) advance(channel)
  }
  const leave = (subscriber: Subscriber, topic: string): void => {
    const channel = channels.get(topic)
    channel?.leave(subscriber)
    if (channel?.idle === true) channels.delete(topic)
  }
  const looking = setInterval(
    () => void look().catch((error: Error) => log.warn({ err: error }, 'cannot look for missed notes')),
    lookEveryMs,
  )

  return {
    join: async (subscriber: Subscriber, topic: string, since: Position | undefined): Promise<void> => {
      let channel = channels.get(topic)
      if (channel === undefined) channels.set(topic, (channel = new Channel(topic, source)))
      await channel.join(subscriber, since)
      if (subscriber.socket.readyState !== subscriber.socket.OPEN) leave(subscriber, topic)
      else advance(channel)
    },
    leave,
    heard: (wakes: readonly LiveWake[]): void => {
      for (const topic of new Set(wakes.map((wake) => wake.topic))) {
        const channel = channels.get(topic)
        if (channel === undefined) continue
        const ours = wakes.filter((wake) => wake.topic === topic)
        advance(
          channel,
          ours.map((wake) => ({ ...wake, ageMs: 0 })),
        )
      }
    },
    lookNow: (): void => void look().catch(() => undefined),
    topics: (): number => channels.size,
    close: (): void => clearInterval(looking),
  }
}
export type Hub = Awaited<ReturnType<typeof openHub>>
