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

/** By how much a supplier's showings lag behind what it is owed, this list included; above 0 it is due. Exact, so that equal waits are equal. */
export const arrears = ({ shown, eligible }: Exposure): number => (eligible + 1 - shown * owedOneIn) / owedOneIn

/** What a supplier's place in a list is shared out by. */
export type FairStanding = {
  readonly exposure: Exposure
  /** It came to the market within the period. */
  readonly isNew: boolean
  /** It has little work to show for itself: at most `littleWork` references. */
  readonly isUntried: boolean
}

/** A row with what it may claim: a place for new suppliers, one of the floor's, and before whom. */
type Claim<R> = {
  readonly row: R
  readonly place: number
  readonly owed: number
  readonly asNew: boolean
  readonly asOwed: boolean
  readonly isOverdue: boolean
  readonly isUntried: boolean
}

const claimOf =
  (policy: FairnessPolicy, standingOf: (id: OrganisationId) => FairStanding) =>
  <R extends Row>(row: R, place: number): Claim<R> => {
    const { exposure, isNew, isUntried } = standingOf(row.supplierId)
    const owed = arrears(exposure)
    return {
      ...{ row, place, owed, isUntried },
      asNew: newPlaces(policy) > 0 && exposure.shown < newShowings && isNew,
      asOwed: policy.floor && owed > 0,
      isOverdue: policy.floor && owed >= overdueFrom,
    }
  }

/** The new first, then the overdue, who waited longest; of the others those with little work to show, then the best. */
const byClaim = (a: Claim<Row>, b: Claim<Row>): number =>
  Number(b.asNew) - Number(a.asNew) ||
  (b.isOverdue ? b.owed : 0) - (a.isOverdue ? a.owed : 0) ||
  Number(b.isUntried) - Number(a.isUntried) ||
  a.place - b.place

/** The held places of one list, which claims are given to one after another. */
class HeldPlaces<R extends Row> {
  readonly lifted = new Map<OrganisationId, LiftReason>()
  readonly #least: number
  readonly #room: Record<LiftReason, number>
  /** Those who stand in the held places by merit. */
  #seats: readonly Claim<R>[]
  #shown: readonly Claim<R>[]

  constructor(claims: readonly Claim<R>[], policy: FairnessPolicy) {
    this.#shown = claims.slice(0, shownPlaces)
    this.#seats = this.#shown.slice(shownPlaces - heldPlaces(policy))
    this.#least = listWorth(claims.map(({ row }) => row)) * (1 - policy.tolerance)
    this.#room = {
      new: newPlaces(policy) - this.#seats.filter(({ asNew }) => asNew).length,
      floor: (policy.floor ? floorPlaces : 0) - this.#seats.filter(({ asNew, asOwed }) => asOwed && !asNew).length,
    }
  }

  get shown(): readonly R[] {
    return this.#shown.map(({ row }) => row)
  }

  give(claim: Claim<R>): void {
    const reason: LiftReason = claim.asNew && this.#room.new > 0 ? 'new' : 'floor'
    if (reason === 'floor' && !claim.asOwed) return
    const free = this.#room[reason] > 0 ? this.#seats.findLast(({ asNew, asOwed }) => !asNew && !asOwed) : undefined
    // Whoever has a claim of its own keeps its place, but for one that waited longer than it can.
    const yields = free ?? (reason === 'floor' && claim.isOverdue ? this.#owedLess() : undefined)
    if (yields === undefined) return
    const shown = [...this.#shown.filter((one) => one !== yields), claim].toSorted((a, b) => a.place - b.place)
    if (listWorth(shown.map(({ row }) => row)) < this.#least) return
    this.#shown = shown
    this.#seats = this.#seats.filter((one) => one !== yields)
    this.lifted.set(claim.row.supplierId, reason)
    if (free !== undefined) this.#room[reason] -= 1
  }

  #owedLess(): Claim<R> | undefined {
    return this.#seats.findLast(({ asNew, isOverdue }) => !asNew && !isOverdue)
  }
}

/**
 * Gives the last of the shown places, as many as the policy holds, to suppliers that are new or were seldom shown.
 * Scores stay as they are; a row that scores 0 never rises; whoever yields its place stands right behind the shown
 * ones; and the list gives up no more of its worth than the policy tolerates. The same input gives the same order.
 */
export function fairOrder<R extends Row>(
  ranked: readonly R[],
  policy: FairnessPolicy,
  standingOf: (id: OrganisationId) => FairStanding,
): FairOrder<R> {
  const open = ranked.filter(({ score }) => score > 0)
  if (heldPlaces(policy) === 0 || open.length <= shownPlaces) return { order: ranked, lifted: new Map() }
  const claims = open.map(claimOf(policy, standingOf))
  const places = new HeldPlaces(claims, policy)
  const waiting = claims.slice(shownPlaces).filter(({ asNew, asOwed }) => asNew || asOwed)
  for (const claim of waiting.toSorted(byClaim)) places.give(claim)
  const shown = new Set(places.shown)
  return { order: [...places.shown, ...ranked.filter((row) => !shown.has(row))], lifted: places.lifted }
}
