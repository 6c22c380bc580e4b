import { setImmediate as breathe } from 'node:timers/promises'

import { randomFrom, searchInPieces, type Found, type Instance } from '@enlace/scheduling'

/** No firm has so many more idle stretches than another, where that can be. */
const evenSpread = 2
/** The share of the time after which an even timetable is no longer waited for, and at least so many ms. */
const evenShare = 0.15
const evenLeastMs = 400

/** Whether to go on, to keep what there is, or nothing. */
export type Verdict = 'on' | 'enough' | 'gone'
/** Hears again and again what was found so far, null while that is nothing, and after how many ms. */
export type Look = (found: Found | null, elapsedMs: number) => Promise<Verdict>
export type SearchWish = {
  readonly milliseconds: number
  /** No timetable has fewer breaks: the search ends there. */
  readonly bound: number
  /** Whether a plan may be kept. */
  readonly isFit: (found: Found) => boolean
  readonly look: Look
}

/**
 * The best timetable found in so long, an even one if one places as many; other work of the process goes on meanwhile.
 * @returns null where it was called off
 */
export async function searchPlan(instance: Instance, wish: SearchWish): Promise<Result | null> {
  const begun = Date.now()
  let best: Result | null = null
  for (const spread of [evenSpread, null]) {
    const { found, isGone } = await searched({ ...instance, spread }, spread !== null, begun, wish)
    if (isGone) return null
    // A meeting more is worth more than even days.
    if (found !== null && (best === null || found.waiting < best.found.waiting)) best = { found, spread }
    if (best?.found.waiting === 0) return best
  }
  if (best === null) throw new Error('the search ended without any timetable')
  return best
}
export type Result = { readonly found: Found; readonly spread: number | null }

async function searched(
  instance: Instance,
  mayGiveUp: boolean,
  begun: number,
  { milliseconds, bound, isFit, look }: SearchWish,
): Promise<{ readonly found: Found | null; readonly isGone: boolean }> {
  let best: Found | null = null
  let verdict: Verdict = 'on'
  const patience = Math.max(evenLeastMs, milliseconds * evenShare)
  const isOver = (): boolean => {
    if (mayGiveUp && Date.now() - begun > patience && (best === null || best.waiting > 0)) return true
    return best !== null && (verdict !== 'on' || (best.waiting === 0 && best.breaks <= bound))
  }
  const budget = (): number => (isOver() ? 1 : (Date.now() - begun) / milliseconds)
  for (const found of searchInPieces(instance, { random: randomFrom(1), budget })) {
    if (found !== null && isFit(found)) best = found
    verdict = await look(best, Date.now() - begun)
    if (verdict === 'gone') return { found: null, isGone: true }
    await breathe()
  }
  return { found: best, isGone: false }
}
