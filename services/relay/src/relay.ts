import {
  asSystem,
  claimOverdue,
  claimUnpublished,
  eventsChannel,
  forgetNotes,
  inOrder,
  markPublished,
  noteLive,
  obligationsOf,
  type Database,
} from '@enlace/database'
import type { LivePublisher, Queues } from '@enlace/messaging'
import type { Logger } from '@enlace/runtime'

import { createNap } from './nap.ts'

export type RelayOptions = {
  readonly database: Database
  readonly queues: Queues
  readonly live: LivePublisher
  readonly log: Logger
  /** How many events go out in one transaction. */
  readonly batch?: number
  /** How often to look without having been woken, for notifications lost with a connection. */
  readonly pollMs?: number
}

const resumeWindowMinutes = 60

/** Moves recorded events from the outbox to the queues and the live channel, at least once, until closed. */
export function startRelay(options: RelayOptions) {
  const batch = options.batch ?? 200
  let closed = false
  const nap = createNap()

  /** May fail with Redis away: the promise is kept in Postgres, and redeem() or the listeners' look will find it. */
  const telling = (told: Promise<unknown>): Promise<unknown> =>
    told.catch((error: Error) => options.log.warn({ err: error }, 'redis did not take it'))

  /** @returns how many events were moved */
  const moveOnce = async (): Promise<number> => {
    const moved = await asSystem(options.database, async (tx) => {
      const events = await claimUnpublished(tx, batch)
      // The workers need not wait for this transaction: what they are reminded of was committed with the events.
      const reminded = telling(options.queues.remind(obligationsOf(events)))
      const [notes] = await inOrder([noteLive(tx, events), markPublished(tx, events)])
      return { events, notes, reminded }
    })
    const wakes = moved.notes.map(({ topic, seq, name, subject }) => ({ topic, seq, name, subject }))
    await Promise.all([moved.reminded, telling(options.live.publish(wakes))])
    return moved.events.length
  }

  /** Puts overdue reactions on the queue again, after a lost queue or a dead worker. */
  const redeem = async (): Promise<void> => {
    const overdue = await asSystem(options.database, (tx) => claimOverdue(tx, batch))
    if (overdue.length === 0) return
    options.log.info({ count: overdue.length }, 'reminding of overdue reactions')
    await options.queues.remind(overdue)
  }

  const guarded = async (what: string, work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      options.log.error({ err: error as Error }, `${what} failed`)
      return false
    }
  }

  const moving = (async () => {
    while (!closed) {
      nap.begin()
      let moved = 0
      const worked = await guarded('moving events', async () => {
        moved = await moveOnce()
      })
      if (worked && moved === batch) continue
      await nap.take(worked ? (options.pollMs ?? 1000) : 500)
    }
  })()
  const redeeming = setInterval(() => void guarded('reminding', redeem), 2000)
  const forgetting = setInterval(
    () =>
      void guarded('forgetting notes', () => asSystem(options.database, (tx) => forgetNotes(tx, resumeWindowMinutes))),
    60_000,
  )
  void options.database.sql
    .listen(eventsChannel, nap.wake, nap.wake)
    .catch((error: Error) => options.log.error({ err: error }, 'cannot listen'))

  return {
    close: async (): Promise<void> => {
      closed = true
      clearInterval(redeeming)
      clearInterval(forgetting)
      nap.wake()
      await moving
    },
  }
}
