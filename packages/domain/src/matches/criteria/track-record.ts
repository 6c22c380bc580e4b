import type { Reference } from '../../passports/passport.ts'
import type { Criterion } from '../pair.ts'

/** A reference loses half of its weight every so many years. */
const halfLifeYears = 6
/** What a reference counts that its customer has not confirmed. */
const unconfirmed = 0.6
/** References of full weight at which the score reaches one half: few contracts already count, many do not crush. */
const halfwayReferences = 3

const weightOf = (reference: Reference, year: number): number => {
  const age = reference.year === null ? halfLifeYears : Math.max(0, year - reference.year)
  return (reference.confirmedByCustomer ? 1 : unconfirmed) * 0.5 ** (age / halfLifeYears)
}

/** What the supplier has done before: every reference counts, recent and confirmed ones more, with falling returns. */
export const trackRecord: Criterion = ({ passport, signals, today }) => {
  const year = Number(today.slice(0, 4))
  const rows = passport.references.map((reference) => ({ reference, weight: weightOf(reference, year) }))
  const sum = rows.reduce((total, row) => total + row.weight, 0)
  const met = new Map(signals.entries.map((entry, order) => [entry.entryId, order]))
  const place = (reference: Reference): number => met.get(reference.id) ?? met.size
  const best = rows.toSorted((a, b) => place(a.reference) - place(b.reference) || b.weight - a.weight || (a.reference.id < b.reference.id ? -1 : 1))[0]?.reference
  return {
    score: sum / (sum + halfwayReferences),
    detail: { references: rows.length, confirmed: passport.references.filter((reference) => reference.confirmedByCustomer).length },
    evidence: best === undefined ? null : { quote: best.text, source: 'reference', entryId: best.id },
  }
}
