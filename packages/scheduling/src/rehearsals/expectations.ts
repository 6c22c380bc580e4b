import type { Assumptions, Estimate, LanguageShare } from './assumptions.ts'

/** What came of a matchday that is over, in numbers. */
type PastDay = {
  readonly hosts: number
  readonly visitors: number
  readonly wishes: number
  readonly agreed: number
  readonly held: number
  readonly missed: number
}

/** What is taken for likely where nothing is known. */
const usual: Assumptions = {
  hosts: { expected: 20, give: 0.2 },
  visitors: { expected: 60, give: 0.2 },
  wishes: { expected: 5, give: 0.2 },
  acceptance: { expected: 0.6, give: 0.2 },
  noShows: { expected: 0.1, give: 0.5 },
  walkIns: { expected: 2, give: 0.5 },
  languages: [],
  bilingual: 0.4,
}

/** The least that the next day may differ from those before, and the most that is taken for likely. */
const [least, most] = [0.1, 0.5]

/** What past matchdays of an organiser say of the next; for what they do not say, what is usual. */
export function expectationsOf(
  past: readonly PastDay[],
  languages: readonly (LanguageShare & { readonly several: number })[],
  own: string,
): Assumptions {
  const from = (fallback: Estimate, value: (day: PastDay) => number): Estimate =>
    estimateOf(past.map(value).filter(Number.isFinite), fallback)
  const firms = languages.reduce((sum, { hosts, visitors }) => sum + hosts + visitors, 0)
  const several = languages.reduce((sum, one) => sum + one.several, 0)
  return {
    hosts: from(usual.hosts, ({ hosts }) => hosts),
    visitors: from(usual.visitors, ({ visitors }) => visitors),
    wishes: from(usual.wishes, ({ wishes, visitors }) => wishes / visitors),
    acceptance: from(usual.acceptance, ({ agreed, wishes }) => agreed / wishes),
    noShows: from(usual.noShows, ({ held, missed }) => missed / (held + missed)),
    walkIns: usual.walkIns,
    languages:
      firms === 0
        ? [{ language: own, hosts: 100, visitors: 100 }]
        : languages.map(({ language, hosts, visitors }) => ({ language, hosts, visitors })),
    bilingual: firms === 0 ? usual.bilingual : several / firms,
  }
}

/** The mean of them, and how far the farthest is off; of a single one nobody knows how far the next will be. */
function estimateOf(values: readonly number[], fallback: Estimate): Estimate {
  if (values.length === 0) return fallback
  const expected = values.reduce((sum, value) => sum + value, 0) / values.length
  if (values.length === 1 || expected === 0) return { expected, give: fallback.give }
  const off = Math.max(...values.map((value) => Math.abs(value - expected))) / expected
  return { expected, give: Math.min(most, Math.max(least, off)) }
}
