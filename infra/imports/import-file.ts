import { createReadStream } from 'node:fs'

import { v7 as uuidv7 } from 'uuid'

import {
  asSystem,
  findAgency,
  insertImport,
  insertOrganisation,
  readImport,
  receiveImport,
  type Database,
  type Transaction,
} from '@enlace/database'
import { asId, assert, type ImportId, type ImportKind, type OrganisationId } from '@enlace/domain'
import { finishImport, keepFile, runImport } from '@enlace/interchange'

export type FileImport = {
  readonly what: ImportKind
  readonly path: string
  readonly fileName: string
  /** The agency that brings the file, by its slug; null for the one that was there first. */
  readonly agency: string | null
  readonly country: string | null
  readonly dryRun: boolean
}

/** The agency by its slug, else the oldest; one is founded where there is none. */
async function agencyOf(tx: Transaction, slug: string | null): Promise<{ id: OrganisationId; name: string }> {
  const known = await findAgency(tx, slug)
  if (known !== null) return known
  if (slug !== null) throw new Error(`There is no agency with the slug "${slug}".`)
  const agency = { id: asId<OrganisationId>(uuidv7()), name: 'Imports' }
  await insertOrganisation(tx, { ...agency, kind: 'agency', country: null, region: null })
  return agency
}

/**
 * Brings a file in as an agency's page does, in this process and without waiting for a worker; `moved` hears of every
 * chunk. Rankings and the search index follow as soon as the workers run.
 */
export async function importFile(database: Database, given: FileImport, moved: (rows: number) => void) {
  const id = asId<ImportId>(uuidv7())
  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => asSystem(database, work)
  const agency = await inTransaction(async (tx) => {
    const found = await agencyOf(tx, given.agency)
    const { what, dryRun, fileName, country } = given
    await insertImport(tx, { id, agencyId: found.id, what, dryRun, fileName, country, createdBy: null })
    return found
  })
  const file = await keepFile(id, createReadStream(given.path), inTransaction)
  await inTransaction((tx) => receiveImport(tx, id, file))
  const end = await runImport(database, id, {
    moved: async (tx) => moved((await readImport(tx, id))?.rows ?? 0),
  })
  assert(end !== null, 'nobody else knows of this import')
  const view = await inTransaction(async (tx) => {
    await finishImport(tx, end, null)
    return readImport(tx, id)
  })
  assert(view !== null, 'an import stays when it ends')
  return { agency: agency.name, view }
}
