import type { OrganisationId } from '../brand.ts'
import {
  floorPlaces,
  heldPlaces,
  newPlaces,
  newShowings,
  overdueFrom,
  owedOneIn,
  shownPlaces,
  type FairnessPolicy,
} from './fairness-policy.ts'
import type { Exposure } from './exposures.ts'

/** Why a supplier was given one of the held places: it is new, or it was seldom shown. */
export const liftReasons = ['new', 'floor'] as const
export type LiftReason = (typeof liftReasons)[number]

/** A row of a list by merit; a score of 0 is one that a gate bars or that has nothing to offer. */
type Row = { readonly supplierId: OrganisationId; readonly score: number }

export type FairOrder<R> = {
  readonly order: readonly R[]
  readonly lifted: ReadonlyMap<OrganisationId, LiftReason>
}

/** How much a place counts: the first one most. */
const weightOf = (place: number): number => 1 / Math.log2(place + 2)

/** What a list's shown places are worth: their scores, those further up counting more. */
export const listWorth = (rows: readonly Pick<Row, 'score'>[]): number =>
  rows.slice(0, shownPlaces).reduce((sum, { score }, place) => sum + score * weightOf(place), 0)

/** By how much a supplier's showings lag behind what it is owed, this list included; above 0 it is due. */
export const arrears = ({ shown, eligible }: Exposure): number => (eligible + 1) / owedOneIn - shown

/**
 * Gives the last of the shown places, as many as the policy holds, to suppliers that are new or were seldom shown.
 * Scores stay as they are; a row that scores 0 never rises; whoever yields its place stands right behind the shown
 * ones; and the list gives up no more of its worth than the policy tolerates. The same input gives the same order.
 */
export function fairOrder<R extends Row>(
  ranked: readonly R[],
  policy: FairnessPolicy,
  exposureOf: (id: OrganisationId) => Exposure,
  isNew: (id: OrganisationId) => boolean,
): FairOrder<R> {
  const open = ranked.filter(({ score }) => score > 0)
  const held = heldPlaces(policy)
  if (held === 0 || open.length <= shownPlaces) return { order: ranked, lifted: new Map() }

  const claims = open.map((row, place) => {
    const exposure = exposureOf(row.supplierId)
    const asNew = newPlaces(policy) > 0 && exposure.shown < newShowings && isNew(row.supplierId)
    const owed = arrears(exposure)
    return { row, place, owed, asNew, asOwed: policy.floor && owed > 0 }
  })
  const top = claims.slice(0, shownPlaces)
  // Whoever stands in a held place and has a claim of its own keeps it.
  const tail = top.slice(shownPlaces - held)
  const yielding = tail.filter(({ asNew, asOwed }) => !asNew && !asOwed)
  const room: Record<LiftReason, number> = {
    new: newPlaces(policy) - tail.filter(({ asNew }) => asNew).length,
    floor: (policy.floor ? floorPlaces : 0) - tail.filter(({ asNew, asOwed }) => asOwed && !asNew).length,
  }
  const overdue = (owed: number): number => (owed >= overdueFrom ? owed : 0)
  const waiting = claims
    .slice(shownPlaces)
    .filter(({ asNew, asOwed }) => asNew || asOwed)
    .toSorted((a, b) => Number(b.asNew) - Number(a.asNew) || overdue(b.owed) - overdue(a.owed) || a.place - b.place)

  const least = listWorth(open) * (1 - policy.tolerance)
  let kept = top.map(({ row }) => row)
  let risen: typeof waiting = []
  const lifted = new Map<OrganisationId, LiftReason>()
  for (const claim of waiting) {
    const last = yielding.at(-1)
    if (last === undefined) break
    const reason: LiftReason = claim.asNew && room.new > 0 ? 'new' : 'floor'
    if (room[reason] <= 0 || (reason === 'floor' && !claim.asOwed)) continue
    const without = kept.filter((row) => row !== last.row)
    const withIt = [...risen, claim].toSorted((a, b) => a.place - b.place)
    if (listWorth([...without, ...withIt.map(({ row }) => row)]) < least) continue
    yielding.pop()
    kept = without
    risen = withIt
    lifted.set(claim.row.supplierId, reason)
    room[reason] -= 1
  }
  const first = [...kept, ...risen.map(({ row }) => row)]
  const shown = new Set(first)
  return { order: [...first, ...ranked.filter((row) => !shown.has(row))], lifted }
}
