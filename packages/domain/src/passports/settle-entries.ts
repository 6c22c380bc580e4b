import type { EntryId } from '../brand.ts'
import type { Capability, Certificate, PassportContent, Reference } from './passport.ts'

/** An entry as its owner writes it: new ones have no id yet, and what others have confirmed is not his to write. */
type Written<Entry extends { readonly id: EntryId }, Kept extends keyof Entry = never> = Omit<Entry, 'id' | Kept> & {
  readonly id?: EntryId | undefined
}

export type WrittenPassport = Omit<PassportContent, 'capabilities' | 'references' | 'certificates'> & {
  readonly capabilities: readonly Written<Capability>[]
  readonly references: readonly Written<Reference, 'confirmedByCustomer'>[]
  readonly certificates: readonly Written<Certificate, 'verifiedBy'>[]
}

type Claim = Pick<Reference, 'text' | 'customer' | 'year' | 'value'>
const sameClaim = (a: Claim, b: Claim): boolean =>
  a.text === b.text &&
  a.customer === b.customer &&
  a.year === b.year &&
  a.value?.amountMinor === b.value?.amountMinor &&
  a.value?.currency === b.value?.currency

type Paper = Omit<Certificate, 'id' | 'verifiedBy'>
const paperFields = [
  'scheme',
  'scope',
  'issuer',
  'number',
  'issuedOn',
  'expiresOn',
  'fileId',
] as const satisfies readonly (keyof Paper)[]
/** Whether two certificates say the same, so that who looked at one has looked at the other. */
export const samePaper = (a: Paper, b: Paper): boolean => paperFields.every((field) => a[field] === b[field])

/**
 * A written passport as it is kept: entries keep their ids from version to version, new and doubled ones get `newId()`;
 * a customer's confirmation and a verification stand as long as what they speak of is unchanged.
 */
export function settleEntries(
  written: WrittenPassport,
  before: PassportContent | null,
  newId: () => EntryId,
): PassportContent {
  const taken = new Set<EntryId>()
  const idOf = (entry: { readonly id?: EntryId | undefined }): EntryId => {
    const id = entry.id === undefined || taken.has(entry.id) ? newId() : entry.id
    taken.add(id)
    return id
  }
  return {
    ...written,
    capabilities: written.capabilities.map((entry) => ({ ...entry, id: idOf(entry) })),
    references: written.references.map((entry) => {
      const id = idOf(entry)
      const known = before?.references.find((reference) => reference.id === id)
      return {
        ...entry,
        id,
        confirmedByCustomer: known !== undefined && known.confirmedByCustomer && sameClaim(entry, known),
      }
    }),
    certificates: written.certificates.map((entry) => {
      const id = idOf(entry)
      const known = before?.certificates.find((certificate) => certificate.id === id)
      return { ...entry, id, verifiedBy: known !== undefined && samePaper(entry, known) ? known.verifiedBy : null }
    }),
  }
}
