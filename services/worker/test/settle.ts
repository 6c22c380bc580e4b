import type { RecordedEvent } from '@enlace/contracts'
import {
  asSystem,
  claimUnpublished,
  markPublished,
  obligationsOf,
  type Database,
  type DueReaction,
} from '@enlace/database'
import type { Logger } from '@enlace/runtime'

import { deliver } from '../src/reactions/react.ts'
import type { Reaction, Wake } from '../src/reactions/reaction.ts'

type Reactions = Readonly<Partial<Record<string, Reaction>>>
type Hear = (events: readonly RecordedEvent[]) => void

/** Where nobody listens. */
export const untold: Wake = async () => undefined

/** Takes what was recorded as the relay does, and gives what it obliges the worker to. */
export const takeDue = (database: Database, hear: Hear = () => undefined): Promise<DueReaction[]> =>
  asSystem(database, async (tx) => {
    const events = await claimUnpublished(tx, 1000)
    await markPublished(tx, events)
    hear(events)
    return obligationsOf(events)
  })

/** Carries out everything recorded so far and what that records; reactions that are not given are left out. */
export async function settleAll(database: Database, log: Logger, reactions: Reactions, hear?: Hear): Promise<void> {
  for (let due = await takeDue(database, hear); due.length > 0; due = await takeDue(database, hear))
    for (const { eventId, reaction } of due) {
      const found = reactions[reaction]
      if (found !== undefined) await deliver(database, log, reaction, found)(eventId)
    }
}
