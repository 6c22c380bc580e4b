/** Round numbers from the least to the most that is shown, about as many as asked for, one at or beyond each end. */
export function niceTicks(least: number, most: number, count = 4): readonly number[] {
  const span = most > least ? most - least : Math.abs(most) || 1
  const raw = span / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = power * ([1, 2, 5].find((factor) => factor * power >= raw) ?? 10)
  const first = Math.floor(least / step)
  const last = Math.max(first + 1, Math.ceil(most / step))
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step)
}
