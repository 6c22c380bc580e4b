import type { Wish } from './matchday.ts'

/** Both sides' wishes for one pair; null where one said nothing. */
export type PairWishes = { readonly host: Wish | null; readonly visitor: Wish | null }

const willing = (wish: Wish | null): boolean => wish === 'must' || wish === 'meet'

/** Whether both agreed to meet: a commitment without a time. */
export const isAgreed = ({ host, visitor }: PairWishes): boolean => willing(host) && willing(visitor)

export const wishStandings = ['none', 'asked', 'asks', 'agreed', 'expired'] as const
/**
 * How a pair stands for one side: it asked, the other asks, both agreed, or one asked and answers are taken no more. A "no"
 * of the other looks like silence.
 */
export type WishStanding = (typeof wishStandings)[number]

/** How a pair stands for the side whose wish comes first. */
export function standingOf(mine: Wish | null, theirs: Wish | null, late = false): WishStanding {
  if (willing(mine) && willing(theirs)) return 'agreed'
  if (!willing(mine) && (mine !== null || !willing(theirs))) return 'none'
  if (late) return 'expired'
  return willing(mine) ? 'asked' : 'asks'
}
