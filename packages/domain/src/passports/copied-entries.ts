import type { EntryId } from '../brand.ts'
import { fold } from '../text.ts'
import { disclosedToMatched } from './disclosed.ts'
import type { PassportContent } from './passport.ts'

/** Shorter entries say nothing of their own. */
const leastWords = 4
/** Entries shorter than this are said alike by firms that never read each other, so they prove nothing. */
const provingWords = 8
/** So many entries, and more than this share of all that are long enough, are no coincidence any more. */
const fewestCopied = 3
const honestShare = 0.6

/** What an entry says, however it is written: the same for two entries that say the same word for word; null where it is short. */
export function entryPrint(text: string): string | null {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length < leastWords ? null : words.join(' ')
}

type Entries = Pick<PassportContent, 'capabilities' | 'references'>
type Printed = { readonly id: EntryId; readonly print: string; readonly confirmed: boolean }

/** The entries that are long enough to be copied. */
export const printedEntries = ({ capabilities, references }: Entries): readonly Printed[] =>
  [...capabilities.map((entry) => ({ ...entry, confirmedByCustomer: false })), ...references].flatMap(
    ({ id, text, confirmedByCustomer }) => {
      const print = entryPrint(text)
      return print === null ? [] : [{ id, print, confirmed: confirmedByCustomer }]
    },
  )

const proves = ({ print }: Printed): boolean => print.split(' ').length >= provingWords

/**
 * The entries that another firm said first, word for word, where most of what a passport says is of that kind; none in
 * a passport that shares a sentence or two with others. What a customer confirmed is nobody's copy.
 * @param saidFirst the prints that another firm published before this one
 */
export function copiedEntries(content: Entries, saidFirst: ReadonlySet<string>): readonly EntryId[] {
  const printed = printedEntries(content)
  const copied = printed.filter(({ print, confirmed }) => !confirmed && saidFirst.has(print))
  const proof = copied.filter(proves).length
  const isCopy = proof >= fewestCopied && proof > honestShare * printed.filter(proves).length
  return isCopy ? copied.map(({ id }) => id) : []
}

type Counted = PassportContent & { readonly copied?: readonly EntryId[] }

/** The passport as it counts for a need: what its buyer may see, without what was copied from others. */
export function countedInMatching<Content extends Counted>(passport: Content): Content {
  const shown = disclosedToMatched(passport)
  const { copied } = passport
  if (copied === undefined || copied.length === 0) return shown
  const own = ({ id }: { readonly id: EntryId }): boolean => !copied.includes(id)
  return { ...shown, capabilities: shown.capabilities.filter(own), references: shown.references.filter(own) }
}
