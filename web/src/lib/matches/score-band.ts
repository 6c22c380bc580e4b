import { isBarred, weakBelow, type Match } from '@enlace/domain'
import type { MapMark } from '../maps/map-mark.ts'
import { m } from '../paraglide/messages.js'

/** How well a match fits, in words: strong, fair, weak, or barred by a requirement. */
export const bands = ['strong', 'fair', 'weak', 'barred'] as const
export type Band = (typeof bands)[number]

const strongFrom = 0.7

/** The band of a match; weak is what leaves a need weakly served. */
export const bandOf = (match: Pick<Match, 'score' | 'gates'>): Band =>
  isBarred(match) ? 'barred' : match.score >= strongFrom ? 'strong' : match.score >= weakBelow ? 'fair' : 'weak'

export const bandTones: Readonly<Record<Band, MapMark['tone']>> = {
  strong: 'teal',
  fair: 'copper',
  weak: 'bad',
  barred: 'plain',
}
const words: Readonly<Record<Band, () => string>> = {
  strong: m.matches_band_strong,
  fair: m.matches_band_fair,
  weak: m.matches_band_weak,
  barred: m.matches_band_barred,
}
export const bandWords = (band: Band): string => words[band]()
