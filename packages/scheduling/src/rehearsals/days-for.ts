import type { Assumptions } from './assumptions.ts'

/** Pairs that all days together have at most: about a second of one processor. */
const mostPairs = 150_000
/** More days say little more; fewer would not tell nine days in ten from all. */
const [fewest, most] = [40, 200]

/** How many days are played so that a large matchday takes no longer than a small one. */
export function daysFor({
  visitors,
  wishes,
  acceptance,
}: Pick<Assumptions, 'visitors' | 'wishes' | 'acceptance'>): number {
  const pairs = visitors.expected * wishes.expected * acceptance.expected
  return Math.round(Math.min(most, Math.max(fewest, mostPairs / Math.max(1, pairs))))
}
