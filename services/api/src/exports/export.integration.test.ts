import readExcelFile from 'read-excel-file/node'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { workbookType } from '@enlace/contracts'
import { asSystem, insertFirms, insertImport, readImport, receiveImport } from '@enlace/database'
import { asId, type ImportId, type OrganisationId } from '@enlace/domain'
import { finishImport, keepFile, runImport } from '@enlace/interchange'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent } from '@enlace/testing'

import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const capability = (text: string) => ({
  id: asId<never>(uuidv7()),
  text,
  categories: [{ scheme: 'CPV' as const, code: '44000000' }],
  capacity: { value: 2, unit: 't', per: 'day' as const },
  leadTimeDays: 3,
  minimumOrder: null,
})
const agencyWith = async (names: string[]) => {
  const agency = await api.member('agency')
  await asSystem(api.system, async (tx) => {
    for (const name of names) {
      const content = passportContent('', { headline: '=cmd()', capabilities: [capability('Gravel | sand')] })
      const id = await makeSupplier(tx, name, { ...content, facts: { ...content.facts, country: 'CL', staff: 5 } })
      await insertFirms(tx, agency.organisationId, [id])
    }
    await makeSupplier(tx, 'Not in care', passportContent('x'))
  })
  return agency
}
async function bring(agencyId: OrganisationId, file: Buffer): Promise<unknown> {
  const id = asId<ImportId>(uuidv7())
  await asSystem(api.system, (tx) =>
    insertImport(tx, { id, agencyId, what: 'suppliers', dryRun: false, fileName: '', country: null, createdBy: null }),
  )
  const kept = await keepFile(
    id,
    (async function* () {
      yield file
    })(),
    (work) => asSystem(api.system, work),
  )
  await asSystem(api.system, (tx) => receiveImport(tx, id, kept))
  const end = await runImport(api.system, id, { moved: async () => undefined })
  if (end !== null) await asSystem(api.system, (tx) => finishImport(tx, end, null))
  return asSystem(api.system, (tx) => readImport(tx, id))
}
const lines = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line) => ({ ...(JSON.parse(line) as object), externalId: null }))

describe('what an agency exports', () => {
  it.each(['jsonl', 'csv', 'xlsx'])(
    'as %s holds its firms alone, and brought in elsewhere says the same',
    async (form) => {
      const agency = await agencyWith(['Molino', '@Taller'])
      const { body, bytes } = await agency.client.get(`/api/export.${form}?what=suppliers`)
      expect(body).toContain('Molino')
      expect(body).not.toContain('Not in care')
      const other = await api.member('agency')
      expect(await bring(other.organisationId, bytes)).toMatchObject({ state: 'finished', created: 2, failed: 0 })
      const said = async ({ client }: typeof other) =>
        lines((await client.get('/api/export.jsonl?what=suppliers')).body)
      expect(await said(other)).toEqual(await said(agency))
    },
  )

  it('as a table holds nothing that runs as a formula', async () => {
    const { client } = await agencyWith(['@Taller'])
    const file: string = (await client.get('/api/export.csv?what=suppliers')).body
    expect(file).toContain(",'@Taller,")
    expect(file).toContain(",'=cmd(),")
  })
})

it('as a workbook says numbers and moments as such, and sends the same bytes for the same rows', async () => {
  const { client, organisationId } = await api.member('buyer')
  await asSystem(api.system, (tx) =>
    makeNeed(tx, organisationId, needContent({ answerBy: '2031-05-04', title: '=Mine' })),
  )
  const { bytes, headers } = await client.get('/api/export.xlsx?what=needs')
  expect(headers).toMatchObject({
    'content-type': workbookType,
    'content-disposition': 'attachment; filename="needs.xlsx"',
  })
  const [found] = await readExcelFile(bytes)
  const [headings = [], row = []] = found?.data ?? []
  const at = (heading: string): unknown => row[headings.indexOf(heading)]
  expect([at('title'), at('answer by')]).toEqual(['=Mine', new Date('2031-05-04')])
  expect((await client.get('/api/export.xlsx?what=needs')).bytes.equals(bytes)).toBe(true)
})

it('a buyer exports its own needs, drafts and all, and nobody else’s', async () => {
  const { client, organisationId } = await api.member('buyer')
  await asSystem(api.system, async (tx) => {
    await makeNeed(tx, organisationId, needContent({ title: 'Mine' }))
    await makeNeed(tx, await makeOrganisation(tx, 'buyer'), needContent({ title: 'Theirs' }))
  })
  const file: string = (await client.get('/api/export.jsonl?what=needs')).body
  expect(lines(file)).toMatchObject([{ title: 'Mine', buyer: { name: 'buyer' } }])
  expect((await client.get('/api/export.csv?what=answers')).body).toBe(
    '\ufeffneed,title,supplier,answer,reason,answeredAt\r\n',
  )
})

it('taking data out is refused to an assessor and to whoever is not signed in', async () => {
  const { client } = await api.member('agency', 'assessor')
  expect(await client.get('/api/export.csv?what=suppliers')).toMatchObject({
    status: 403,
    body: { code: 'identity.forbidden' },
  })
  expect(await api.anonymous().get('/api/export.csv?what=suppliers')).toMatchObject({ status: 401 })
})
