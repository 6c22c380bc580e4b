import type { NeedId } from '../brand.ts'
import type { ClosableGap, Closing, Gap, Match, WayIn } from './match.ts'

/** An open need as one supplier stands to it. */
export type OpenNeed = {
  readonly id: NeedId
  readonly title: string
  /** The language its title is written in. */
  readonly language: string
  readonly score: number
  readonly gaps: readonly ClosableGap[]
  /** The cheapest set of gaps that opens it; null where it is open, or cannot be opened. */
  readonly wayIn: WayIn | null
}

/** A match's gaps, each with the act that closes it. */
export const closableGaps = (gaps: Match['gaps'], { acts }: Closing): readonly ClosableGap[] =>
  gaps.flatMap((gap, order) => {
    const act = acts[order]
    return act === undefined ? [] : [{ ...gap, ...act }]
  })

/** What closing a gap does for one need; it opens where every gate passes then that does not now. */
export type GapNeed = Pick<OpenNeed, 'id' | 'title' | 'language'> & {
  readonly scoreNow: number
  readonly scoreAfter: number
  readonly opens: boolean
}

/** One act that closes the same gap of several needs: how many it opens, how many more it improves, and what all gain. */
export type GapGroup = Pick<Gap, 'id' | 'detail'> & {
  readonly opens: number
  readonly improves: number
  readonly gain: number
  readonly needs: readonly GapNeed[]
}

type Member = { readonly need: OpenNeed; readonly gap: ClosableGap }

const gainOf = ({ need, gap }: Member): number => gap.scoreAfter - need.score
const best = (a: Member, b: Member): number =>
  Number(b.gap.opens) - Number(a.gap.opens) || gainOf(b) - gainOf(a) || (a.need.id < b.need.id ? -1 : 1)

/** How much a gap asks for: the largest volume and the smallest radius serve those beside them too. */
const asks = ({ gap: { detail } }: Member): number =>
  detail['volume'] === undefined
    ? -Number(detail['radiusKm'] ?? Number.MAX_VALUE)
    : Number.parseFloat(String(detail['volume']))

/** The gaps that do something, each once for a need, by what closes them. */
function membersByRemedy(needs: readonly OpenNeed[]): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Map<NeedId, Member>>()
  for (const need of needs)
    for (const gap of need.gaps) {
      if (!gap.opens && gap.scoreAfter <= need.score) continue
      const group = groups.get(gap.remedy) ?? new Map<NeedId, Member>()
      const member = { need, gap }
      const known = group.get(need.id)
      if (known === undefined || best(member, known) < 0) group.set(need.id, member)
      groups.set(gap.remedy, group)
    }
  return new Map([...groups].map(([remedy, group]) => [remedy, [...group.values()].toSorted(best)]))
}

/**
 * A supplier's gaps over its open needs by what closes them, what opens most first. The numbers are sums of what scoring
 * found for each need with the remedy applied; nothing is estimated here.
 */
export function groupGaps(
  needs: readonly OpenNeed[],
  limits: { readonly groups: number; readonly needs: number },
): readonly GapGroup[] {
  return [...membersByRemedy(needs)]
    .flatMap(([remedy, members]) => {
      const [most] = members.toSorted((a, b) => asks(b) - asks(a))
      if (most === undefined) return []
      const opens = members.filter(({ gap }) => gap.opens).length
      const gain = Math.round(members.reduce((sum, member) => sum + gainOf(member), 0) * 1e6) / 1e6
      return [{ remedy, most, members, opens, improves: members.length - opens, gain }]
    })
    .toSorted(
      (a, b) => b.opens - a.opens || b.gain - a.gain || b.improves - a.improves || (a.remedy < b.remedy ? -1 : 1),
    )
    .slice(0, limits.groups)
    .map(({ most: { gap }, members, opens, improves, gain }) => ({
      id: gap.id,
      detail: gap.detail,
      opens,
      improves,
      gain,
      needs: members.slice(0, limits.needs).map((member) => ({
        id: member.need.id,
        title: member.need.title,
        language: member.need.language,
        scoreNow: member.need.score,
        scoreAfter: member.gap.scoreAfter,
        opens: member.gap.opens,
      })),
    }))
}

/** A need that no single act opens, with all that have to be done together. */
export type FartherNeed = Pick<OpenNeed, 'id' | 'title' | 'language'> & { readonly wayIn: WayIn }

/** The needs that take several acts, fewest acts and best score first. */
export const fartherNeeds = (needs: readonly OpenNeed[], limit: number): readonly FartherNeed[] =>
  needs
    .flatMap(({ id, title, language, wayIn }) =>
      wayIn === null || wayIn.gaps.length < 2 ? [] : [{ id, title, language, wayIn }],
    )
    .toSorted(
      (a, b) =>
        a.wayIn.gaps.length - b.wayIn.gaps.length || b.wayIn.scoreAfter - a.wayIn.scoreAfter || (a.id < b.id ? -1 : 1),
    )
    .slice(0, limit)
