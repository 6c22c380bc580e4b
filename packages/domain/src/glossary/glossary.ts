import type { GlossaryLineId } from '../brand.ts'
import { Problem } from '../problem.ts'
import { fold } from '../text.ts'

/** The languages that an organisation's own glossary speaks. */
export const glossaryLanguages = ['en', 'es', 'pt', 'fr'] as const
export type GlossaryLanguage = (typeof glossaryLanguages)[number]

/** A word, or a few that belong together, as one says it in a language. */
export type Phrase = { readonly language: GlossaryLanguage; readonly text: string }

/** Phrases that mean the same in an organisation's trade. */
export type GlossaryLine = { readonly id: GlossaryLineId; readonly phrases: readonly Phrase[] }

/** An organisation's own lines; the revision rises with every change. */
export type Glossary = { readonly revision: number; readonly lines: readonly GlossaryLine[] }

export const glossaryLimit = 200
export const phraseLimit = 60
export const fewestPhrases = 2
export const mostPhrases = 6

const tidy = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ')
const keyOf = ({ language, text }: Phrase): string => `${language} ${fold(tidy(text))}`

/** Whether two lines say the same phrases in the same order. */
export const isSameLine = (one: GlossaryLine, other: GlossaryLine): boolean =>
  JSON.stringify(one.phrases.map(({ language, text }) => [language, text])) ===
  JSON.stringify(other.phrases.map(({ language, text }) => [language, text]))

/**
 * The lines with one more, or with one in place of that of its id.
 * @throws Problem glossary.wordless, glossary.twice or glossary.limit
 */
export function withLine(lines: readonly GlossaryLine[], line: GlossaryLine): readonly GlossaryLine[] {
  const put = { id: line.id, phrases: line.phrases.map(({ language, text }) => ({ language, text: tidy(text) })) }
  checkWords(put)
  const known = lines.some(({ id }) => id === put.id)
  checkOnce(
    lines.filter(({ id }) => id !== put.id),
    put,
  )
  if (known) return lines.map((one) => (one.id === put.id ? put : one))
  if (lines.length >= glossaryLimit)
    throw new Problem(
      'glossary.limit',
      `Your glossary has ${glossaryLimit} lines, which is the most. Remove one that you need no longer.`,
    )
  return [...lines, put]
}

function checkWords({ phrases }: GlossaryLine): void {
  const faults = phrases.flatMap(({ text }, at) =>
    /[\p{L}\p{N}]/u.test(text)
      ? []
      : [{ path: `phrases.${at}.text`, code: 'glossary.wordless', message: 'Write a word, with letters or numbers.' }],
  )
  if (faults.length > 0)
    throw new Problem('glossary.wordless', 'Nobody can be found by signs alone; write words.', faults)
}

/** A phrase means one thing in a trade: it stands once in the whole glossary. */
function checkOnce(others: readonly GlossaryLine[], { phrases }: GlossaryLine): void {
  const seen = new Set(others.flatMap((line) => line.phrases.map(keyOf)))
  const faults = phrases.flatMap((phrase, at) => {
    const key = keyOf(phrase)
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [
      {
        path: `phrases.${at}.text`,
        code: 'glossary.twice',
        message: `“${phrase.text}” stands in your glossary already.`,
      },
    ]
  })
  if (faults.length > 0)
    throw new Problem('glossary.twice', 'A word stands once in a glossary; add to the line that has it.', faults)
}
