/** The share of what may be spent that is spent after so many steps: 1 and more ends the work. */
export type Budget = (steps: number) => number

/** So many steps: the same work again on any machine. */
export const inSteps =
  (most: number): Budget =>
  (steps) =>
    steps / most

/** So many milliseconds by a clock handed in. */
export function inTime(milliseconds: number, now: () => number): Budget {
  const start = now()
  return () => (now() - start) / milliseconds
}
