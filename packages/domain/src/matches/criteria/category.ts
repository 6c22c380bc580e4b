import type { EntryId } from '../../brand.ts'
import { type CategoryCode, codeProximity } from '../../categories/category.ts'
import type { PassportContent } from '../../passports/passport.ts'
import { type Criterion, quoteOf } from '../pair.ts'

type Coded = { readonly id: EntryId; readonly text: string; readonly code: CategoryCode }

const coded = (passport: PassportContent): readonly Coded[] =>
  [...passport.capabilities, ...passport.references].flatMap((entry) =>
    entry.categories.map((code) => ({ id: entry.id, text: entry.text, code })),
  )

/** How near what the supplier does lies to the need's category: the longest shared prefix of their codes. */
export const category: Criterion = (pair) => {
  const { need, passport } = pair
  if (need.categories.length === 0) return null
  const own = coded(passport)
  let best: { proximity: number; entry: Coded; wanted: CategoryCode } | null = null
  for (const entry of own)
    for (const wanted of need.categories) {
      const proximity = codeProximity(entry.code, wanted)
      if (proximity > 0 && (best === null || proximity > best.proximity)) best = { proximity, entry, wanted }
    }
  if (best === null) return { score: own.length === 0 ? null : 0, detail: {}, evidence: null }
  return {
    score: best.proximity,
    detail: { wanted: best.wanted.code, own: best.entry.code.code, scheme: best.wanted.scheme },
    evidence: { quote: quoteOf(pair, best.entry.id, best.entry.text), source: 'categories', entryId: best.entry.id },
  }
}
