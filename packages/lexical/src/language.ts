import { stopWords } from './stop-words.ts'
import { tokens } from './tokens.ts'

/** Letters and endings that one language writes and the others seldom do; they decide texts too short for grammar words. */
const habits: Readonly<Record<string, RegExp>> = {
  en: /(?:ing|tion|ed|ness|ty|ly)$|th|w|k|sh|ee|oo/,
  es: /(?:cion|ciones|miento|dad|dades|amos|emos|os|as|es|ero|era)$|ll|ñ/,
  pt: /(?:cao|coes|mento|dade|dades|agem|amos|emos|os|as|eis|ais|eiro|eira)$|lh|nh|[ãõç]/,
  fr: /(?:tion|tions|ment|eau|eaux|eux|aux|age|elle|ette|eur|euse)$|[èêœû]/,
}
const habitWeight = 0.25
const readWords = 300

/** How many of the languages know a word as grammar: one that all know tells nothing apart. */
const sharedBy = new Map<string, number>()
for (const stops of Object.values(stopWords))
  for (const word of stops) sharedBy.set(word, (sharedBy.get(word) ?? 0) + 1)

/** The language whose grammar words, letters and endings a text uses most, or null where none stands out. */
export function detectLanguage(text: string): string | null {
  const written =
    text
      .slice(0, readWords * 12)
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const folded = tokens(text.slice(0, readWords * 12))
  const scores = Object.entries(stopWords).map(([language, stops]) => {
    const habit = habits[language]
    const known = folded.reduce((sum, word) => sum + (stops.has(word) ? 1 / (sharedBy.get(word) ?? 1) : 0), 0)
    const habitual = habit === undefined ? 0 : [...written, ...folded].filter((word) => habit.test(word)).length / 2
    return { language, score: known + habitWeight * habitual }
  })
  const [first, second] = scores.toSorted((a, b) => b.score - a.score)
  return first !== undefined && first.score > (second?.score ?? 0) ? first.language : null
}
