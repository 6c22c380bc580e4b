import { v5 as uuidv5, v7 as uuidv7 } from 'uuid'

import {
  insertFirms,
  insertOrganisations,
  insertPublishedPassports,
  rememberRows,
  replacePassports,
  takenBack,
  type ImportedRow,
  type ImportTask,
  type SubjectKey,
  type Transaction,
} from '@enlace/database'
import { asId, type EntryId, type OrganisationId, type PassportContent, type PassportId } from '@enlace/domain'

import { type Lookalikes } from './lookalikes.ts'
import type { SupplierItem } from '../suppliers/read-supplier.ts'
import { changedSince, type Tally } from './import-outcome.ts'
import type { SeenRows } from './seen-rows.ts'
import { type GoodRow, type KeyedRow, sortRows } from './sort-rows.ts'

const keyOf = ({ row, item }: GoodRow<SupplierItem>): SubjectKey => ({
  row,
  externalId: item.externalId,
  taxId: item.taxId,
  country: item.content.facts.country,
  name: item.name,
})

/** Takes suppliers into the agency's care with their passports published; a dry run only says what it would do. */
export async function takeSuppliers(
  tx: Transaction,
  task: ImportTask,
  rows: readonly GoodRow<SupplierItem>[],
  { seen, lookalikes, tally }: { readonly seen: SeenRows; readonly lookalikes: Lookalikes; readonly tally: Tally },
): Promise<void> {
  const keyed = rows.map((row): KeyedRow<SupplierItem> => ({ ...row, key: keyOf(row) }))
  const { fresh, changed } = await sortRows(tx, task, 'suppliers', keyed, seen, tally)
  const added = fresh.map((row) => ({ ...row, organisationId: asId<OrganisationId>(uuidv7()) }))
  for (const row of added) {
    tally.count('created')
    const alike = lookalikes.meet(row)
    // A namesake was told already.
    tally.note(row.row, row.notes.some(({ code }) => code === 'namesake') ? row.notes : [...row.notes, ...alike])
  }
  if (!task.dryRun) await addSuppliers(tx, task, added)
  await changeSuppliers(tx, task, changed, tally)
}

async function addSuppliers(
  tx: Transaction,
  task: ImportTask,
  rows: readonly (KeyedRow<SupplierItem> & { readonly organisationId: OrganisationId })[],
): Promise<void> {
  await insertOrganisations(
    tx,
    rows.map(({ organisationId, item }) => ({
      id: organisationId,
      kind: 'supplier' as const,
      name: item.name,
      country: item.content.facts.country,
      region: item.content.facts.region,
    })),
  )
  await insertFirms(
    tx,
    task.agencyId,
    rows.map((row) => row.organisationId),
  )
  const passports = rows.map(({ organisationId, item }) => ({
    id: asId<PassportId>(uuidv7()),
    organisationId,
    content: withEntryIds(organisationId, item.content),
  }))
  await insertPublishedPassports(tx, passports, task.id)
  await rememberRows(
    tx,
    { importId: task.id, agencyId: task.agencyId, what: 'suppliers' },
    rows.map((row): ImportedRow => ({
      ...row.key,
      subjectId: row.organisationId,
      hash: row.item.hash,
      action: 'created',
      version: 1,
      revision: 1,
    })),
  )
}

async function changeSuppliers(
  tx: Transaction,
  task: ImportTask,
  rows: Awaited<ReturnType<typeof sortRows<SupplierItem>>>['changed'],
  tally: Tally,
): Promise<void> {
  const changes = rows.map(({ item, known }) => {
    const organisationId = asId<OrganisationId>(known.subjectId)
    return {
      organisationId,
      name: item.name,
      content: withEntryIds(organisationId, item.content),
      version: known.version,
      revision: known.revision,
      undone: known.hash === takenBack,
    }
  })
  const done = task.dryRun ? changes : await replacePassports(tx, changes, task.id)
  const byId = new Map<string, { readonly version: number; readonly revision: number }>(
    done.map((one) => [one.organisationId, one]),
  )
  const remembered: ImportedRow[] = []
  for (const row of rows) {
    const now = byId.get(row.known.subjectId)
    if (now === undefined) {
      tally.keep(row.row, 'changed-since', changedSince)
      continue
    }
    tally.count('updated')
    tally.note(row.row, row.notes)
    // What the agency itself took back comes in anew, and is taken back as new.
    const action = row.known.hash === takenBack ? 'created' : 'updated'
    const { version, revision } = now
    remembered.push({ ...row.key, subjectId: row.known.subjectId, hash: row.item.hash, action, version, revision })
  }
  if (task.dryRun) return
  await insertFirms(
    tx,
    task.agencyId,
    remembered.map((row) => asId<OrganisationId>(row.subjectId)),
  )
  await rememberRows(tx, { importId: task.id, agencyId: task.agencyId, what: 'suppliers' }, remembered)
}

/** Entries keep their ids from import to import as long as they keep their place. */
function withEntryIds(organisationId: OrganisationId, content: PassportContent): PassportContent {
  const numbered = <Entry extends { readonly id: EntryId }>(
    kind: string,
    entries: readonly Entry[],
  ): readonly Entry[] =>
    entries.map((entry, place) => ({ ...entry, id: asId<EntryId>(uuidv5(`${kind} ${place}`, organisationId)) }))
  return {
    ...content,
    capabilities: numbered('capability', content.capabilities),
    references: numbered('reference', content.references),
    certificates: numbered('certificate', content.certificates),
  }
}
