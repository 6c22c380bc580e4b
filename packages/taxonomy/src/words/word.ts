/** A word of a text with its place in it; `stem` is what words of one family share. */
export type Word = { readonly text: string; readonly stem: string; readonly start: number; readonly end: number }

/** Where in a text something was found: offsets in UTF-16 units, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number; readonly text: string }

// Most words are plain, and the index folds thousands of them before the first answer.
const ascii = /^[\u0000-\u007f]*$/

/** The text without accents and in lower case; every UTF-16 unit keeps its offset, so spans stay true. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  let folded = ''
  for (const unit of text.split('')) {
    const plain = unit < '\u0080' ? unit.toLowerCase() : unit.normalize('NFD').charAt(0).toLowerCase()
    folded += plain.length === 1 ? plain : unit
  }
  return folded
}

/**
 * A light stem that serves English, Spanish and Portuguese alike: plural endings and the last vowel go.
 * It only has to be the same for the words of one family, not to be a word.
 */
export function stem(word: string): string {
  const folded = fold(word).replace(/\p{M}/gu, '')
  if (folded.length < 4 || /\d/.test(folded)) return folded
  const singular = singularOf(folded)
  return singular.length > 5 ? singular.replace(/(?<!e)[aeo]$/, '') : singular
}

function singularOf(word: string): string {
  if (/(ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`
  if (word.endsWith('coes')) return `${word.slice(0, -4)}cao`
  if (word.endsWith('ens')) return `${word.slice(0, -3)}em`
  if (/(ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2)
  if (/[lnrdzj]es$/.test(word) && word.length > 5) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:[-'’][\p{L}\p{N}\p{M}]+)*/gu

/** The words of a text in reading order; a hyphenated word counts as its parts. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    let start = match.index
    for (const part of match[0].split(/[-'’]/)) {
      if (part.length > 0) words.push({ text: part, stem: stem(part), start, end: start + part.length })
      start += part.length + 1
    }
  }
  return words
}
