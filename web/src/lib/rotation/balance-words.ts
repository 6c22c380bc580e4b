import { number } from '$lib/locale/format.ts'
import { m } from '$lib/paraglide/messages.js'

const tenths = 10
/** To the tenth of a point, never minus nothing. */
const rounded = (balance: number): number => Math.round(balance * tenths) / tenths + 0

/** A balance with its sign. */
export function signed(balance: number): string {
  const points = rounded(balance)
  return points > 0 ? `+${number(points, 1)}` : number(points, 1)
}

/** A balance in words. */
export function balanceWords(balance: number): string {
  const points = rounded(balance)
  if (points === 0) return m.rotation_fair()
  const by = { points: number(Math.abs(points), 1) }
  return points > 0 ? m.rotation_above(by) : m.rotation_below(by)
}
