import type { Cnf, Literal } from './cnf.ts'

/**
 * Literals of which the first is true exactly where one of the given is, the second where two are, and so on up to a limit:
 * what is above the limit counts as the limit. A totalizer (Bailleux and Boufkhad, 2003), merged pair by pair.
 */
export function totals(cnf: Cnf, literals: readonly Literal[], limit = literals.length): readonly Literal[] {
  let rows = literals.map((literal): readonly Literal[] => [literal])
  while (rows.length > 1) {
    const merged: (readonly Literal[])[] = []
    for (let at = 0; at < rows.length; at += 2) merged.push(merge(cnf, rows[at] ?? [], rows[at + 1] ?? [], limit))
    rows = merged
  }
  return rows[0] ?? []
}

/** Sums up two rows of ordered totals. */
export function merge(
  cnf: Cnf,
  ones: readonly Literal[],
  others: readonly Literal[],
  limit: number,
): readonly Literal[] {
  if (others.length === 0) return ones
  if (ones.length === 0) return others
  const sums = Array.from({ length: Math.min(ones.length + others.length, limit) }, () => cnf.variable())
  for (let i = 0; i <= ones.length; i += 1)
    for (let j = 0; j <= others.length; j += 1) {
      const reached = sums[Math.min(i + j, sums.length) - 1]
      // i and j of them make i + j.
      if (reached !== undefined) cnf.add(...negated(ones[i - 1]), ...negated(others[j - 1]), reached)
      const next = sums[i + j]
      // Not more than i and not more than j make no more than i + j.
      if (next !== undefined) cnf.add(...present(ones[i]), ...present(others[j]), -next)
    }
  return sums
}

const present = (literal: Literal | undefined): readonly Literal[] => (literal === undefined ? [] : [literal])
const negated = (literal: Literal | undefined): readonly Literal[] => (literal === undefined ? [] : [-literal])
