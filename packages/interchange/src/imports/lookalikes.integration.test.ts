import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  asSystem,
  insertFirms,
  insertImport,
  listImportIssues,
  openDatabase,
  readFirmFacts,
  readImport,
  receiveImport,
  type Database,
} from '@enlace/database'
import { asId, type ImportId, unstatedFacts } from '@enlace/domain'
import { makeOrganisation, makeSupplier, passportContent, testDatabase } from '@enlace/testing'

import { finishImport, keepFile, runImport } from '../index.ts'

let database: Database
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 4 })
})
afterAll(() => database.close())

const site = { country: 'MX', region: null, locality: 'Villa Sur', latitude: null, longitude: null }
const file = [
  { name: 'MAQUINADOS DEL SUR', capabilities: [{ text: 'Milling' }], facts: { country: 'MX', sites: [site] } },
  { name: 'Panadería Oriente', capabilities: [{ text: 'Bread' }], facts: { country: 'MX' } },
]

it.each([true, false])(
  'a row that looks like a firm of the agency says so, and nothing is joined (dry run: %s)',
  async (dryRun) => {
    const agencyId = await asSystem(database, async (tx) => {
      const agency = await makeOrganisation(tx, 'agency')
      const facts = { ...unstatedFacts, country: 'MX', sites: [site] }
      const known = await makeSupplier(tx, 'Maquinados del Sur SA de CV', passportContent('Milling', { facts }))
      await makeSupplier(
        tx,
        'Panadería Oriente SA',
        passportContent('Bread', { facts: { ...unstatedFacts, country: 'MX' } }),
      )
      await insertFirms(tx, agency, [known])
      return agency
    })
    const id = asId<ImportId>(uuidv7())
    await asSystem(database, (tx) =>
      insertImport(tx, { id, agencyId, what: 'suppliers', dryRun, fileName: 'list', country: null, createdBy: null }),
    )
    const bytes = async function* () {
      yield Buffer.from(file.map((row) => JSON.stringify(row)).join('\n'))
    }
    const kept = await keepFile(id, bytes(), (work) => asSystem(database, work))
    await asSystem(database, (tx) => receiveImport(tx, id, kept))
    const end = await runImport(database, id, { moved: async () => undefined })
    if (end !== null) await asSystem(database, (tx) => finishImport(tx, end, null))
    const [view, issues, firms] = await asSystem(database, async (tx) => [
      await readImport(tx, id),
      await listImportIssues(tx, id, { after: { row: -1, seq: 0 }, limit: 10 }),
      await readFirmFacts(tx, agencyId),
    ])
    expect(view).toMatchObject({ created: 2, noted: 1 })
    // The other firm of that name is not in this agency's care, so it is not told of it.
    expect(issues).toMatchObject([{ row: 1, severity: 'note', path: 'name', code: 'lookalike' }])
    expect(issues[0]?.message).toContain('Maquinados del Sur SA de CV: same name but for the legal form, same town.')
    expect(firms).toHaveLength(dryRun ? 1 : 3)
  },
)
