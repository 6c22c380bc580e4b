import snowball from 'snowball-stemmers'
import { detectLanguage } from './language.ts'
import { stopWords } from './stop-words.ts'
import { tokens } from './tokens.ts'

const algorithms: Readonly<Record<string, string>> = { en: 'english', es: 'spanish', pt: 'portuguese', fr: 'french' }

type Stem = (word: string) => string
const cacheSize = 50_000

/** Stemming costs a hundred look-ups, and words repeat: each language keeps what it has stemmed, up to a bound. */
function cachedStemmer(algorithm: string): Stem {
  const stemmer = snowball.newStemmer(algorithm)
  let stems = new Map<string, string>()
  return (word) => {
    const known = stems.get(word)
    if (known !== undefined) return known
    if (stems.size >= cacheSize) stems = new Map()
    const stem = stemmer.stem(word)
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
  const stemmer = algorithm === undefined ? asWritten : cachedStemmer(algorithm)
  stemmers.set(language, stemmer)
  return stemmer
}

/** The terms a text is found by: stop words dropped, the rest stemmed in its language; null asks to detect it. */
export function terms(text: string, language: string | null): readonly string[] {
  const known = language !== null && language in stopWords ? language : (detectLanguage(text) ?? 'en')
  const stops = stopWords[known]
  const stem = stemmerOf(known)
  return tokens(text)
    .filter((word) => stops?.has(word) !== true && (word.length > 1 || /\p{N}/u.test(word)))
    .map(stem)
}
