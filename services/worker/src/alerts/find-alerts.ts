import type { RecordedEvent } from '@enlace/contracts'
import { keepFindings, listImportedSubjects, setDue, type Transaction } from '@enlace/database'
import { nextTelling, type SearchedThings } from '@enlace/domain'

import { noEffect, type Effect, type Reaction } from '../reactions/reaction.ts'
import { readFound } from './found-thing.ts'

/** Documents compared with all saved searches at a time. */
const batchSize = 200

/** Compares things, as everyone may find them now, with the searches people saved, and sets when these tell. */
async function findAmong(tx: Transaction, searched: SearchedThings, ids: readonly string[], now: Date): Promise<void> {
  for (let start = 0; start < ids.length; start += batchSize) {
    const found = await readFound(tx, searched, ids.slice(start, start + batchSize))
    const finders = await keepFindings(
      tx,
      searched,
      found.map(({ row }) => row),
    )
    await setDue(
      tx,
      finders.flatMap(({ id, rhythm, hours }) => {
        const at = nextTelling(rhythm, now, hours)
        return at === null ? [] : [{ id, at }]
      }),
    )
  }
}

const effectOf =
  (event: RecordedEvent, now: () => Date): Effect =>
  async (tx) => {
    switch (event.name) {
      case 'need.published':
      case 'need.amended':
        return findAmong(tx, 'needs', [event.payload.needId], now())
      case 'passport.published':
        return findAmong(tx, 'suppliers', [event.payload.organisationId], now())
      case 'passports.imported':
        return findAmong(tx, 'suppliers', await listImportedSubjects(tx, event.payload.importId), now())
      default:
        return noEffect(tx)
    }
  }

/**
 * Keeps what saved searches newly find when a need or a passport is published or amended. It does not ask the search
 * index, which may be behind or away: the document is made from the row in the transaction that marks the event heard.
 */
export const findAlerts = (now: () => Date): Reaction => ({
  derived: true,
  atOnce: (event) => effectOf(event, now),
})
