import { readAsSystem, readChangedExposures, type Database } from '@enlace/database'
import {
  Exposures,
  fairOrder,
  heldPlaces,
  type FairnessPolicy,
  type FairOrder,
  type NeedId,
  type OrganisationId,
} from '@enlace/domain'

import { Book } from '../matches/book.ts'

type Row = { readonly supplierId: OrganisationId; readonly score: number }

export type ExposureBook = {
  /** A need's list in the order in which it is shown; nothing is read where no place is held. */
  readonly shareOut: <R extends Row>(
    needId: NeedId,
    ranked: readonly R[],
    policy: FairnessPolicy,
  ) => Promise<FairOrder<R>>
}

const dayMs = 86_400_000

/** Opens this worker's book of who was shown how often; it fills when places are first held. */
export function openExposureBook(database: Database): ExposureBook {
  const exposures = new Exposures()
  const came = new Map<OrganisationId, number>()
  const book = new Book(
    async (from) => {
      const changes = await readAsSystem(database, (reader) => readChangedExposures(reader, from))
      for (const { id, at } of changes.came) came.set(id, at)
      return changes
    },
    (list) => exposures.put(list),
  )
  return {
    shareOut: async (needId, ranked, policy) => {
      if (heldPlaces(policy) === 0) return { order: ranked, lifted: new Map() }
      await book.level()
      const since = Date.now() - policy.periodDays * dayMs
      return fairOrder(
        ranked,
        policy,
        (id) => exposures.of(id, since, needId),
        (id) => (came.get(id) ?? 0) >= since,
      )
    },
  }
}
