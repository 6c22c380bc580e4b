import type { Wish } from './matchday.ts'

/** Both sides' wishes for one pair; null where one said nothing. */
export type PairWishes = { readonly host: Wish | null; readonly visitor: Wish | null }

const willing = (wish: Wish | null): boolean => wish === 'must' || wish === 'meet'

/** Whether both agreed to meet: a commitment without a time. */
export const isAgreed = ({ host, visitor }: PairWishes): boolean => willing(host) && willing(visitor)

export const wishStandings = ['none', 'asked', 'asks', 'agreed'] as const
/** How a pair stands for one side: it asked, the other asks, or both agreed. A "no" of the other looks like silence. */
export type WishStanding = (typeof wishStandings)[number]

/** How a pair stands for the side whose wish comes first. */
export function standingOf(mine: Wish | null, theirs: Wish | null): WishStanding {
  if (willing(mine)) return willing(theirs) ? 'agreed' : 'asked'
  return willing(theirs) && mine === null ? 'asks' : 'none'
}
