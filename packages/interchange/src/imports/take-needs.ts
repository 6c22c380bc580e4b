import { v7 as uuidv7 } from 'uuid'

import {
  insertFirms,
  insertOrganisations,
  insertPublishedNeeds,
  matchSubjects,
  rememberRows,
  replaceNeeds,
  takenBack,
  type ImportedRow,
  type ImportTask,
  type SubjectKey,
  type Transaction,
} from '@enlace/database'
import { asId, assert, fold, type NeedId, type OrganisationId } from '@enlace/domain'

import type { NeedItem } from '../needs/read-need.ts'
import { changedSince, type Tally } from './import-outcome.ts'
import type { SeenRows } from './seen-rows.ts'
import { type GoodRow, type KeyedRow, sortRows } from './sort-rows.ts'

type Buyer = NeedItem['buyer']
const buyerKey = ({ name, country }: Buyer): string => `${country} ${fold(name)}`

/** Two needs of one title are the same need only where the same buyer asks. */
const keyOf = ({ row, item }: GoodRow<NeedItem>): SubjectKey => ({
  row,
  externalId: item.externalId,
  taxId: null,
  country: item.buyer.country,
  name: `${item.buyer.name} ${item.content.title}`,
})

/** Publishes needs in the names of their buyers, each with its event; a dry run only says what it would do. */
export async function takeNeeds(
  tx: Transaction,
  task: ImportTask,
  rows: readonly GoodRow<NeedItem>[],
  seen: SeenRows,
  tally: Tally,
): Promise<void> {
  const keyed = rows.map((row): KeyedRow<NeedItem> => ({ ...row, key: keyOf(row) }))
  const { fresh, changed } = await sortRows(tx, task, 'needs', keyed, seen, tally)
  for (const row of fresh) {
    tally.count('created')
    tally.note(row.row, row.notes)
  }
  if (!task.dryRun) await addNeeds(tx, task, fresh)
  await changeNeeds(tx, task, changed, tally)
}

async function addNeeds(tx: Transaction, task: ImportTask, rows: readonly KeyedRow<NeedItem>[]): Promise<void> {
  const buyers = await findBuyers(tx, task, rows)
  const needs = rows.map((row) => {
    const organisationId = buyers.get(buyerKey(row.item.buyer))
    assert(organisationId !== undefined, 'every buyer of these rows was found or added')
    return { row, id: asId<NeedId>(uuidv7()), organisationId, content: row.item.content }
  })
  await insertPublishedNeeds(
    tx,
    needs.map(({ id, organisationId, content }) => ({ id, organisationId, content, publishedAt: null })),
    task.id,
  )
  await rememberRows(
    tx,
    { importId: task.id, agencyId: task.agencyId, what: 'needs' },
    needs.map(({ row, id }): ImportedRow => ({
      ...row.key,
      subjectId: id,
      hash: row.item.hash,
      action: 'created',
      version: 1,
      revision: 0,
    })),
  )
}

/** The organisations that the rows name as buyers: those this agency brought before, and new ones for the others. */
async function findBuyers(
  tx: Transaction,
  task: ImportTask,
  rows: readonly KeyedRow<NeedItem>[],
): Promise<ReadonlyMap<string, OrganisationId>> {
  // The first row that names a buyer gives it its spelling.
  const named = new Map(rows.toReversed().map(({ row, item }) => [buyerKey(item.buyer), { row, ...item.buyer }]))
  const keys = [...named.values()].map(({ row, name, country }): SubjectKey => ({
    row,
    externalId: null,
    taxId: null,
    country,
    name,
  }))
  const matches = new Map(
    (await matchSubjects(tx, task.agencyId, 'buyers', keys)).map((match) => [match.row, match.subjectId]),
  )
  const found = new Map<string, OrganisationId>()
  const added: ImportedRow[] = []
  for (const [index, key] of [...named.keys()].entries()) {
    const buyer = keys[index]
    assert(buyer !== undefined, 'there is one key for each name')
    const known = matches.get(buyer.row)
    const id = asId<OrganisationId>(known ?? uuidv7())
    found.set(key, id)
    if (known === undefined)
      added.push({ ...buyer, subjectId: id, hash: '', action: 'created', version: 0, revision: 0 })
  }
  const organisations = added.map(({ subjectId, name, country }) => ({
    id: asId<OrganisationId>(subjectId),
    kind: 'buyer' as const,
    name,
    country,
    region: null,
  }))
  await insertOrganisations(tx, organisations)
  await insertFirms(
    tx,
    task.agencyId,
    organisations.map(({ id }) => id),
  )
  await rememberRows(tx, { importId: task.id, agencyId: task.agencyId, what: 'buyers' }, added)
  return found
}

async function changeNeeds(
  tx: Transaction,
  task: ImportTask,
  rows: Awaited<ReturnType<typeof sortRows<NeedItem>>>['changed'],
  tally: Tally,
): Promise<void> {
  const changes = rows.map(({ item, known }) => ({
    id: asId<NeedId>(known.subjectId),
    content: item.content,
    version: known.version,
    undone: known.hash === takenBack,
  }))
  const done = task.dryRun ? changes : await replaceNeeds(tx, changes, task.id)
  const versions = new Map<string, number>(done.map((one) => [one.id, one.version]))
  const remembered: ImportedRow[] = []
  for (const row of rows) {
    const version = versions.get(row.known.subjectId)
    if (version === undefined) {
      tally.keep(row.row, 'changed-since', changedSince)
      continue
    }
    tally.count('updated')
    tally.note(row.row, row.notes)
    const action = row.known.hash === takenBack ? 'created' : 'updated'
    remembered.push({ ...row.key, subjectId: row.known.subjectId, hash: row.item.hash, action, version, revision: 0 })
  }
  if (!task.dryRun) await rememberRows(tx, { importId: task.id, agencyId: task.agencyId, what: 'needs' }, remembered)
}
