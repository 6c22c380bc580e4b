import { isStopWord } from '../words/stop-words.ts'
import { fold } from '../words/word.ts'

const longestWord = 24
const shortestWord = 3
const mostWords = 6

/** A mail address, also where somebody put spaces around its sign. */
const mailAddress = /[^\s<>()]+\s*(?:@|\(at\)|\[at\])\s*[^\s<>()]+/giu
/** Anything with a digit, an address of the web, or a name with dots in it: numbers and ways to reach somebody. */
const telling = /[\p{N}@\\/:]|\p{L}\.\p{L}|^www/iu

/**
 * What of a search may be kept: folded words that say what is bought, in reading order, few and short. Addresses, numbers
 * and whatever looks like them are dropped whole. '' where nothing is left.
 */
export function keptWords(query: string): string {
  const words = query
    .replace(mailAddress, ' ')
    .split(/\s+/u)
    .filter((part) => !telling.test(part))
    .flatMap((part) => fold(part).match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length >= shortestWord && word.length <= longestWord && !isStopWord(word))
  return [...new Set(words)].slice(0, mostWords).join(' ')
}
