import { type CategoryCode, fold, significantDigits } from '@enlace/domain'

/** What every document carries beside its words. */
export type SearchDocument = {
  readonly id: string
  /** The id as a number, which filters compare several times cheaper than a text; see `documentKey`. */
  readonly key: number
  /** The published version that it was made from. */
  readonly version: number
  /** Differs whenever the row or the shape of documents changed, so that a copy can be compared without its words. */
  readonly stamp: string
}

/** The last 52 bits of a uuid. Two ids may share a key, so it may leave a document out of an answer, never let one in. */
export const documentKey = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(-13), 16)

/** Names of a category in every language we have, so that a word of one language finds a text of another. */
export type CategoryWords = (code: CategoryCode) => readonly string[]

const lengths = (digits: string): number[] => Array.from({ length: digits.length - 1 }, (_, index) => index + 2)

/** A code and all above it as filter values, such as "CPV 24", "CPV 249": equality with one finds all below it. */
export const categoryPath = ({ scheme, code }: CategoryCode): string[] => {
  const digits = significantDigits(code)
  return lengths(digits).map((length) => `${scheme} ${digits.slice(0, length)}`)
}

/** The broadest classes of some codes, the ones worth counting. */
export const divisionsOf = (codes: readonly CategoryCode[]): string[] => [
  ...new Set(codes.map(({ scheme, code }) => `${scheme} ${code.slice(0, 2)}`)),
]

/** A scheme without its edition, as it is shown and counted: "ISO 9001:2015" is "ISO 9001". */
export const schemeName = (scheme: string): string => scheme.replace(/:\s*\d{4}$/, '').trim()

/** Searched characters of one kind of text: what a person could mean to find, bounded against passports that hold books. */
const clipAt = 20_000

/** The first of some texts, so many that a document stays small. */
export function clipped(texts: readonly string[]): string[] {
  let left = clipAt
  return texts
    .map((text) => {
      const kept = text.slice(0, Math.max(0, left))
      left -= text.length
      return kept
    })
    .filter((text) => text !== '')
}

/** Text as it is compared: folded words of letters and digits. */
export const foldedWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

export const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]
