import type { SelectionQuestion, Wish } from '@enlace/scheduling'

/** One request, as it would come whichever way a matchday is run. */
export type Asking = {
  readonly candidate: number
  readonly pair: readonly [number, number]
  readonly at: number
  /** Null where the other never answers. */
  readonly answersAfter: number | null
  readonly yes: boolean
}

/** How long people take to answer, in the same ticks as the rest; what the comparison assumes of them. */
export type Manners = {
  readonly close: number
  readonly meanAnswer: number
  readonly neverAnswer: number
  /** After so long a request that waits for its answer gives its slot back; what waits for no slot need not lapse. */
  readonly lapse: number
}

/** From this score on, somebody who said nothing of the other agrees when asked. */
const agreeable = 0.5

/**
 * Draws who asks whom and when, and how it is answered. Each pair is asked about once, by the side that comes first;
 * everybody asks for musts before the rest, at times spread over the whole of booking.
 */
export function drawAskings(
  { candidates, participants }: SelectionQuestion,
  manners: Manners,
  random: () => number,
): Asking[] {
  const wanted: { candidate: number; by: number; must: boolean; other: Wish }[][] = participants.map(() => [])
  for (const [candidate, { host, visitor, hostWish, visitorWish }] of candidates.entries()) {
    const sides = [
      { by: host, wish: hostWish, other: visitorWish },
      { by: visitor, wish: visitorWish, other: hostWish },
    ]
    for (const { by, wish, other } of sides)
      if (wish === 'must' || wish === 'meet') wanted[by]?.push({ candidate, by, must: wish === 'must', other })
  }
  const drawn = wanted.flatMap((list) => {
    const times = list.map(() => Math.floor(random() * manners.close)).toSorted((a, b) => a - b)
    return [...list.filter(({ must }) => must), ...list.filter(({ must }) => !must)].map((one, at) => ({
      ...one,
      at: times[at] ?? 0,
    }))
  })
  const asked = new Set<number>()
  return drawn
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ candidate, at, other }) => {
      const found = candidates[candidate]
      if (found === undefined || asked.has(candidate)) return []
      asked.add(candidate)
      const answersAfter =
        random() < manners.neverAnswer ? null : Math.floor(-Math.log(1 - random()) * manners.meanAnswer)
      const yes = other === 'must' || other === 'meet' || (other === 'none' && found.score >= agreeable)
      return [{ candidate, pair: [found.host, found.visitor] as const, at, answersAfter, yes }]
    })
}
