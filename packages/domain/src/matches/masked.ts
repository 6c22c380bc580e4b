import type { Place } from '../place.ts'
import type { OpenNeed } from './gap-groups.ts'
import type { Match } from './match.ts'
import { placeName } from './nearest-site.ts'
import type { Detail } from './pair.ts'

/** Distances are told in steps of so many kilometres: exact ones from a few sites would say where the buyer is. */
const stepKm = 50

const coarse = (detail: Detail, place: string): Detail =>
  Object.fromEntries(
    Object.entries(detail).map(([key, value]) => {
      if (key === 'place') return [key, place]
      return [key, key === 'km' ? Math.ceil(Number(value) / stepKm) * stepKm : value]
    }),
  )

const masked = <Row extends { readonly detail: Detail }>(rows: readonly Row[], place: Place | null): readonly Row[] =>
  rows.map((row) => ({ ...row, detail: coarse(row.detail, place === null ? '' : placeName(place)) }))

/** A gap in price names the need's budget. */
const withoutBudget = <Row extends { readonly id: string }>(gaps: readonly Row[]): readonly Row[] =>
  gaps.filter(({ id }) => id !== 'price')

/** A match as its supplier may see it where it must not learn who asks; `place` is what it may know of the need's. */
export const maskMatch = (match: Match, place: Place | null): Match => ({
  ...match,
  criteria: masked(match.criteria, place),
  gates: masked(match.gates, place),
  gaps: masked(withoutBudget(match.gaps), place),
})

/**
 * An open need and what closes its gaps, for the same reader; see `maskMatch`. An act that names the place gets a name of
 * its own, or it would be listed with a need that is open at that place.
 */
export const maskOpenNeed = (need: OpenNeed, place: Place | null): OpenNeed => ({
  ...need,
  gaps: masked(withoutBudget(need.gaps), place).map((gap) =>
    'place' in gap.detail ? { ...gap, remedy: `${gap.id}:${need.id}` } : gap,
  ),
  wayIn: need.wayIn === null ? null : { ...need.wayIn, gaps: masked(need.wayIn.gaps, place) },
})
