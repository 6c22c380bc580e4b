import { type CategoryCode, codeProximity } from '../../categories/category.ts'
import type { PassportContent } from '../../passports/passport.ts'
import { type Criterion, quoteOf } from '../pair.ts'

type Coded = {
  readonly proximity: number
  readonly entry: Entry
  readonly own: CategoryCode
  readonly wanted: CategoryCode
}
type Entry = Pick<PassportContent['references'][number], 'id' | 'text' | 'categories'>

/** The entry whose code lies nearest to one of the wanted; of equally near ones the first. Every pair of a ranking asks. */
function nearest(entries: readonly Entry[], wantedCodes: readonly CategoryCode[], sofar: Coded | null): Coded | null {
  let best = sofar
  for (const entry of entries)
    for (const own of entry.categories)
      for (const wanted of wantedCodes) {
        const proximity = codeProximity(own, wanted)
        if (proximity > (best?.proximity ?? 0)) best = { proximity, entry, own, wanted }
      }
  return best
}

const isCoded = ({ categories }: Entry): boolean => categories.length > 0

/** How near what the supplier does lies to the need's category: the longest shared prefix of their codes. */
export const category: Criterion = (pair) => {
  const { need, passport } = pair
  if (need.categories.length === 0) return null
  const { capabilities, references } = passport
  const best = nearest(references, need.categories, nearest(capabilities, need.categories, null))
  if (best === null)
    return { score: capabilities.some(isCoded) || references.some(isCoded) ? 0 : null, detail: {}, evidence: null }
  const { entry } = best
  return {
    score: best.proximity,
    detail: { wanted: best.wanted.code, own: best.own.code, scheme: best.wanted.scheme },
    evidence: { quote: quoteOf(pair, entry.id, entry.text), source: 'categories', entryId: entry.id },
  }
}
