import { fold } from '@enlace/domain'
import snowball from 'snowball-stemmers'
import { glossaryOf } from './glossary/glossary.ts'
import { detectLanguage } from './language.ts'
import { stopWords } from './stop-words.ts'
import { tokens } from './tokens.ts'

const algorithms: Readonly<Record<string, string>> = { en: 'english', es: 'spanish', pt: 'portuguese', fr: 'french' }

/** Endings that the stemmers know only with their accents; folding took those off, and many people never write them. */
const endings: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  es: [
    [/([cs])ion$/, '$1ión'],
    [/logia$/, 'logía'],
  ],
  pt: [
    [/cao$/, 'ção'],
    [/coes$/, 'ções'],
    [/encia$/, 'ência'],
    [/avel$/, 'ável'],
    [/ivel$/, 'ível'],
  ],
  fr: [
    [/ite(s?)$/, 'ité$1'],
    [/ee(s?)$/, 'ée$1'],
  ],
}

type Stem = (word: string) => string
const cacheSize = 50_000

/** Stemming costs a hundred look-ups, and words repeat: each language keeps what it has stemmed, up to a bound. */
function cachedStemmer(algorithm: string, language: string): Stem {
  const stemmer = snowball.newStemmer(algorithm)
  const accented = (word: string): string =>
    (endings[language] ?? []).reduce((text, [ending, written]) => text.replace(ending, written), word)
  let stems = new Map<string, string>()
  return (word) => {
    const known = stems.get(word)
    if (known !== undefined) return known
    if (stems.size >= cacheSize) stems = new Map()
    const stem = fold(stemmer.stem(accented(word)))
    stems.set(word, stem)
    return stem
  }
}

const stemmers = new Map<string, Stem>()
const asWritten: Stem = (word) => word

function stemmerOf(language: string): Stem {
  const known = stemmers.get(language)
  if (known !== undefined) return known
  const algorithm = algorithms[language]
  const stemmer = algorithm === undefined ? asWritten : cachedStemmer(algorithm, language)
  stemmers.set(language, stemmer)
  return stemmer
}

type Meanings = ReadonlyMap<string, readonly string[]>
const glossaries = new Map<string, Meanings>()

function glossaryFor(language: string, stem: Stem): Meanings {
  const known = glossaries.get(language)
  if (known !== undefined) return known
  const glossary = glossaryOf(language, (word) => stem(fold(word)))
  glossaries.set(language, glossary)
  return glossary
}

const withMeanings = (stem: string, glossary: Meanings): readonly string[] => {
  const meanings = glossary.get(stem)
  return meanings === undefined ? [stem] : [stem, ...meanings]
}

/** The language a text is read in: the one stated, where we know it, or the one it seems to be in. */
export const languageOf = (text: string, language: string | null): string =>
  language !== null && language in stopWords ? language : (detectLanguage(text) ?? 'en')

/**
 * The terms a text is found by: stop words dropped, the rest stemmed in its language (null asks to detect it), and after
 * each trade word its meanings, by which other languages find it.
 */
export function terms(text: string, language: string | null): readonly string[] {
  const known = languageOf(text, language)
  const stops = stopWords[known]
  const stem = stemmerOf(known)
  const glossary = glossaryFor(known, stem)
  return tokens(text)
    .filter((word) => stops?.has(word) !== true && (word.length > 1 || /\p{N}/u.test(word)))
    .flatMap((word) => withMeanings(stem(word), glossary))
}
