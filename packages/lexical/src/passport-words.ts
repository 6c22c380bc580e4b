import { languageOf, terms } from './analysis.ts'
import { type FurtherWord, furtherWords } from './further-words.ts'
import { type IndexedPassport, passportEntries } from './passport-entries.ts'
import { type EntryRule, isSpoken, spokenTexts } from './spoken.ts'

/** What a passport is found by: the terms of each entry, and the words that its supplier's own glossary brings to them. */
export type PassportWords = {
  readonly said: readonly (readonly string[])[]
  readonly further: readonly FurtherWord[]
}

/** The words of each entry; a passport that says nothing has one empty entry, so that each has a place of its own. */
export function passportWords(passport: IndexedPassport, counts: EntryRule = isSpoken): PassportWords {
  const { language, glossary } = passport
  const texts = spokenTexts(
    passportEntries(passport).map(({ text }) => text),
    language,
    counts,
  )
  const said = texts.map((text) => (text === '' ? [] : terms(text, language)))
  if (said.length === 0) return { said: [[]], further: [] }
  // What a stuffed entry says does not count, so no line is met by it either.
  const lines = glossary?.lines ?? []
  const further = lines.length === 0 ? [] : furtherWords(said, languageOf(texts.join('\n'), language), lines)
  return { said, further }
}
