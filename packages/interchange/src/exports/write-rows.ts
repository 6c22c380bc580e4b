import type { ExportedNeed, ExportedSupplier } from '@enlace/database'
import type { EntryId } from '@enlace/domain'

type Row = Readonly<Record<string, unknown>>

const withoutId = <Entry extends { readonly id: EntryId }>({ id: _id, ...entry }: Entry): Omit<Entry, 'id'> => entry

/** A supplier as an import takes it; ids of entries and files mean nothing elsewhere. */
export const supplierToRow = ({ id, name, content }: ExportedSupplier): Row => ({
  externalId: id,
  name,
  ...content,
  capabilities: content.capabilities.map(withoutId),
  references: content.references.map(({ confirmedByCustomer: _confirmed, ...entry }) => withoutId(entry)),
  certificates: content.certificates.map(({ verifiedBy: _verifier, ...entry }) => ({
    ...withoutId(entry),
    fileId: null,
  })),
})

/** A need as an import takes it. */
export const needToRow = ({ id, buyer, content }: ExportedNeed): Row => ({ externalId: id, buyer, ...content })
