import type { Reference } from '../../passports/passport.ts'
import { likeness, together } from '../likeness.ts'
import { type Criterion, quoteOf, unsaid } from '../pair.ts'

/** A reference loses half of its weight every so many years; one without a year is taken to be this old. */
const halfLifeYears = 8
const unknownAgeYears = 2
/** What a reference counts that its customer has not confirmed. */
const unconfirmed = 0.8
/** What being in business at all adds beside like work; it reaches half of itself at so many references. */
const volumeShare = 0.1
const halfwayReferences = 4

const weightOf = (reference: Reference, year: number): number => {
  const age = reference.year === null ? unknownAgeYears : Math.max(0, year - reference.year)
  return (reference.confirmedByCustomer ? 1 : unconfirmed) * 0.5 ** (age / halfLifeYears)
}

type Weighed = { readonly reference: Reference; readonly weight: number; readonly worth: number }
const isBetter = (a: Weighed, b: Weighed): boolean =>
  a.worth === b.worth && a.weight === b.weight
    ? a.reference.id < b.reference.id
    : a.worth > b.worth || (a.worth === b.worth && a.weight > b.weight)

/** Whether the supplier has done the like before: the most alike references count most, recent and confirmed ones more. */
export const trackRecord: Criterion = (pair) => {
  const { references } = pair.passport
  const year = Number(pair.today.slice(0, 4))
  const rows = references.map((reference) => {
    const weight = weightOf(reference, year)
    return { reference, weight, worth: weight * likeness(pair, reference) }
  })
  const [first, ...others] = rows
  if (first === undefined) return unsaid({ references: 0 })
  const best = others.reduce((one, other) => (isBetter(other, one) ? other : one), first)
  const volume = rows.reduce((sum, row) => sum + row.weight, 0)
  return {
    score:
      1 - (1 - together(rows.map((row) => row.worth))) * (1 - (volumeShare * volume) / (volume + halfwayReferences)),
    detail: {
      references: references.length,
      confirmed: references.filter((reference) => reference.confirmedByCustomer).length,
    },
    evidence: {
      quote: quoteOf(pair, best.reference.id, best.reference.text),
      source: 'reference',
      entryId: best.reference.id,
    },
  }
}
