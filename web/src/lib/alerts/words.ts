import { type Rhythm, rhythms } from '@enlace/domain'
import { m } from '../paraglide/messages.js'
import { type CategoryName, valueWords } from '../search/facet-words.ts'
import type { Option } from '../ui/option.ts'

const words: Readonly<Record<Rhythm, readonly [label: () => string, help: () => string]>> = {
  instant: [m.alerts_rhythm_instant, m.alerts_rhythm_instant_help],
  daily: [m.alerts_rhythm_daily, m.alerts_rhythm_daily_help],
  weekly: [m.alerts_rhythm_weekly, m.alerts_rhythm_weekly_help],
  off: [m.alerts_rhythm_off, m.alerts_rhythm_off_help],
}

/** How often one may hear of a search, as something to choose from. */
export const rhythmOptions = (): readonly (Option<Rhythm> & { readonly help: string })[] =>
  rhythms.map((value) => ({ value, label: words[value][0](), help: words[value][1]() }))

export const rhythmWords = (rhythm: Rhythm): string => words[rhythm][0]()

/** What a search asks for, in short words: what was typed, then each chosen value. */
export const askedWords = (
  query: string,
  filters: Readonly<Record<string, readonly string[]>>,
  categoryName: CategoryName | null,
): readonly string[] => [
  ...(query === '' ? [] : [query]),
  ...Object.entries(filters).flatMap(([facet, values]) =>
    values.map((value) => valueWords(facet, value, categoryName)),
  ),
]
