/** Which of many rows (or columns) of one size a window shows, from the first on and up to but without the last. */
export type Range = { readonly from: number; readonly to: number }

/** A few more than are seen are drawn, so that a small scroll shows no gap. */
const spare = 2

/** The rows of `size` pixels that a window shows which is scrolled by so much. */
export function visibleRange(scrolled: number, seen: number, size: number, count: number): Range {
  const from = Math.min(count, Math.max(0, Math.floor(scrolled / size) - spare))
  return { from, to: Math.min(count, Math.max(from, Math.ceil((scrolled + seen) / size) + spare)) }
}

/** The numbers of a range in order, with one that is kept wherever it is: what has the focus is never taken away. */
export function withKept({ from, to }: Range, kept: number, count: number): readonly number[] {
  const numbers = Array.from({ length: to - from }, (_, at) => from + at)
  if (kept < 0 || kept >= count || (kept >= from && kept < to)) return numbers
  return kept < from ? [kept, ...numbers] : [...numbers, kept]
}

/** By how much to scroll so that a row is seen whole; `head` pixels at the start are covered. */
export function scrollTo(at: number, size: number, scrolled: number, seen: number, head: number): number {
  const [starts, ends] = [at * size, (at + 1) * size]
  if (starts < scrolled) return starts
  return ends > scrolled + seen - head ? ends - (seen - head) : scrolled
}
