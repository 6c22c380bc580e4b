import {
  type CategoryCode,
  countedInMatching,
  type EntryId,
  type EntrySignal,
  type Passport,
  type PassportContent,
} from '@enlace/domain'

/** What retrieval needs of a published passport. */
export type IndexedPassport = PassportContent &
  Pick<Passport, 'organisationId' | 'name' | 'version' | 'copied' | 'glossary'>

/** One thing a passport can be found by. */
export type PassportEntry = {
  readonly entryId: EntryId | null
  readonly source: EntrySignal['source']
  readonly text: string
  readonly categories: readonly CategoryCode[]
}

type Described = PassportContent & { readonly name?: string } & Pick<Passport, 'copied'>

const read = new WeakMap<PassportContent, readonly PassportEntry[]>()

/**
 * Every capability and reference, and the name with the headline and the description, as buyers may see them. A passport
 * is never changed in place, so what was read of it is kept as long as the passport is.
 */
export function passportEntries(passport: Described): readonly PassportEntry[] {
  const known = read.get(passport)
  if (known !== undefined) return known
  const entries = readEntries(passport)
  read.set(passport, entries)
  return entries
}

/**
 * The same with what was copied from others: the order in which vectors are kept. Whether an entry counts may change
 * while a version lasts; what it says does not.
 */
export const writtenEntries = (passport: Described): readonly PassportEntry[] =>
  passportEntries(hasCopied(passport) ? { ...passport, copied: [] } : passport)

export const hasCopied = ({ copied = [] }: Pick<Passport, 'copied'>): boolean => copied.length > 0

function readEntries(passport: Described): readonly PassportEntry[] {
  const { capabilities, references, headline, about } = countedInMatching(passport)
  const described = [passport.name ?? '', headline, about].filter((text) => text.trim() !== '').join('. ')
  return [
    ...capabilities.map(({ id, text, categories }) => ({
      entryId: id,
      source: 'capability' as const,
      text,
      categories,
    })),
    ...references.map(({ id, text, categories }) => ({ entryId: id, source: 'reference' as const, text, categories })),
    ...(described === '' ? [] : [{ entryId: null, source: 'facts' as const, text: described, categories: [] }]),
  ]
}
