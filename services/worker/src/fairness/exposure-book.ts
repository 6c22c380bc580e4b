import { readAsSystem, readChangedExposures, type Database, type MarketFirm } from '@enlace/database'
import {
  Exposures,
  fairOrder,
  heldPlaces,
  isUntried,
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
  const firms = new Map<OrganisationId, MarketFirm>()
  const book = new Book(
    async (from) => {
      const changes = await readAsSystem(database, (reader) => readChangedExposures(reader, from))
      for (const firm of changes.firms) firms.set(firm.id, firm)
      return changes
    },
    (list) => exposures.put(list),
  )
  return {
    shareOut: async (needId, ranked, policy) => {
      if (heldPlaces(policy) === 0) return { order: ranked, lifted: new Map() }
      await book.level()
      const since = Date.now() - policy.periodDays * dayMs
      return fairOrder(ranked, policy, (id) => {
        const { cameAt = 0, references = 0 } = firms.get(id) ?? {}
        return {
          exposure: exposures.of(id, since, needId),
          isNew: cameAt >= since,
          isUntried: isUntried(references),
        }
      })
    },
  }
}
