import { gzipSync } from 'node:zlib'

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ImportView } from '@enlace/contracts'
import { asSystem, readImport, type Transaction } from '@enlace/database'
import { asId, type ImportId } from '@enlace/domain'
import { finishImport, runImport, undoImport } from '@enlace/interchange'

import { startApi, type Answer, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const csv = 'name,country,capabilities,staff\nMolino,CL,Flour,12\nTaller,CL,Welding,many\n'
const send = (client: Client, query: string, body: string | Buffer, type = 'text/csv'): Promise<Answer> =>
  client.send('POST', `/api/imports?${query}`, body, { 'content-type': type })
const viewOf = (answer: Answer): ImportView => answer.body
/** Does what a worker does with the import. */
async function work(id: ImportId): Promise<ImportView | null> {
  const end = await runImport(api.system, id, { moved: async () => undefined })
  if (end !== null) await asSystem(api.system, (tx) => finishImport(tx, end, null))
  return asSystem(api.system, (tx: Transaction) => readImport(tx, id))
}

describe('an agency that brings a list in', () => {
  it('looks at it first, takes it in, reads what is wrong with it, and takes it back', async () => {
    const { client } = await api.member('agency', 'facilitator')
    const sent = await send(client, 'what=suppliers&dryRun=true&fileName=firms.csv', csv)
    expect(sent).toMatchObject({
      status: 202,
      body: { state: 'requested', dryRun: true, fileName: 'firms.csv', sizeBytes: csv.length, progress: 0 },
    })
    const { id } = viewOf(sent)
    await work(id)
    expect((await client.get(`/api/imports/${id}`)).body).toMatchObject({
      state: 'checked',
      rows: 2,
      created: 1,
      failed: 1,
      progress: 1,
      issues: [{ row: 3, severity: 'fault', path: 'staff', code: 'invalid_type', message: 'Write a number.' }],
    })
    expect(await client.post(`/api/imports/${id}/undo`)).toMatchObject({ status: 409, body: { code: 'import.state' } })
    expect(await client.post(`/api/imports/${id}/run`)).toMatchObject({
      status: 202,
      body: { state: 'requested', dryRun: false, rows: 0 },
    })
    expect(await client.post(`/api/imports/${id}/run`)).toMatchObject({ status: 409, body: { code: 'import.state' } })
    expect(await work(id)).toMatchObject({ state: 'finished', created: 1, failed: 1 })
    expect(await client.post(`/api/imports/${id}/undo`)).toMatchObject({ status: 202, body: { state: 'undoing' } })
    await asSystem(api.system, (tx) => undoImport(tx, id, null))
    expect((await client.get(`/api/imports/${id}`)).body).toMatchObject({ state: 'undone', undone: 1 })
  })

  it('gets all issues as a table in which nothing runs as a formula', async () => {
    const { client } = await api.member('agency')
    const { id } = viewOf(await send(client, 'what=suppliers', 'name,=cmd()\nA,1\n'))
    await work(id)
    const answer = await client.get(`/api/imports/${id}/issues.csv`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.body).toBe(
      '\ufeffrow,severity,column,code,message\r\n' +
        "1,note,'=cmd(),unknown-column,We do not know this column; it is left out.\r\n" +
        '2,fault,capabilities,too_small,Add at least one thing you can do or have done.\r\n',
    )
  })

  it('reads its imports newest first, page by page, with as many statements whatever their number', async () => {
    const { client } = await api.member('agency')
    const sent: string[] = []
    for (const _ of [1, 2, 3]) sent.unshift(viewOf(await send(client, 'what=suppliers', csv)).id)
    const first = (await client.get('/api/imports?limit=2')).body as { items: ImportView[]; next: string }
    const second = (await client.get(`/api/imports?limit=2&cursor=${first.next}`)).body as {
      items: ImportView[]
      next: null
    }
    expect([...first.items, ...second.items].map((view) => view.id)).toEqual(sent)
    expect(second.next).toBeNull()
    expect(await api.statementsOf(() => client.get('/api/imports?limit=1'))).toBe(1)
    expect(await api.statementsOf(() => client.get('/api/imports?limit=3'))).toBe(1)
  })

  it.each([
    ['that lies about its type', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'text/csv', 415, 'file.lies'],
    ['that is empty', '', 'text/csv', 422, 'import.format'],
    [
      'that is packed and cut off',
      gzipSync(csv.repeat(2000)).subarray(0, 40),
      'application/gzip',
      422,
      'import.format',
    ],
    ['in JSON', '{}', 'application/json', 415, 'input.media-type'],
    ['as a form could send it', 'name\nA', 'text/plain', 415, 'input.media-type'],
  ])('is told at once of a file %s, and nothing is kept', async (_, body, type, status, code) => {
    const { client } = await api.member('agency')
    expect(await send(client, 'what=suppliers', body, type)).toMatchObject({ status, body: { code } })
    expect((await client.get('/api/imports')).body).toEqual({ items: [], next: null })
  })

  it('has a dry run that nobody took in forgotten after a week, with its file, and nothing else', async () => {
    const { client, organisationId } = await api.member('agency')
    const [dry, real] = [
      viewOf(await send(client, 'what=suppliers&dryRun=true', csv)).id,
      viewOf(await send(client, 'what=suppliers', csv)).id,
    ]
    for (const id of [dry, real]) await work(id)
    await asSystem(api.system, (tx) =>
      tx.execute(
        sql`update imports set created_at = created_at - interval '8 days' where agency_id = ${organisationId}`,
      ),
    )
    const fresh = viewOf(await send(client, 'what=suppliers', csv)).id
    const listed = (await client.get('/api/imports')).body as { items: ImportView[] }
    expect(listed.items.map((view) => view.id)).toEqual([fresh, real])
    const [parts] = await asSystem(api.system, (tx) =>
      tx.execute(sql`select count(*)::int as n from import_parts where import_id = ${dry}`),
    )
    expect(parts).toEqual({ n: 0 })
  })

  it('downloads an empty table with the headings that an import knows', async () => {
    const { client } = await api.member('agency')
    expect((await client.get('/api/imports/template.csv?what=needs')).body).toContain(
      'external id,buyer,buyer country,title,text',
    )
  })
})

describe('an import', () => {
  it('is nobody else’s to see, run or undo', async () => {
    const { client } = await api.member('agency')
    const { id } = viewOf(await send(client, 'what=suppliers', csv))
    const other = await api.member('agency')
    const missing = asId<ImportId>('018f0000-0000-7000-8000-000000000000')
    for (const which of [id, missing]) {
      expect(await other.client.get(`/api/imports/${which}`)).toMatchObject({
        status: 404,
        body: { code: 'thing.not-found' },
      })
      expect(await other.client.get(`/api/imports/${which}/issues.csv`)).toMatchObject({ status: 404 })
      expect(await other.client.post(`/api/imports/${which}/undo`)).toMatchObject({ status: 404 })
      expect(await other.client.post(`/api/imports/${which}/run`)).toMatchObject({ status: 404 })
    }
    expect((await other.client.get('/api/imports')).body).toEqual({ items: [], next: null })
  })

  it.each(['buyer', 'supplier', 'expert', 'funder', 'platform'] as const)('is refused to a %s', async (kind) => {
    const { client } = await api.member(kind)
    expect(await send(client, 'what=suppliers', csv)).toMatchObject({
      status: 403,
      body: { code: 'identity.forbidden' },
    })
    expect(await client.get('/api/imports')).toMatchObject({ status: 403 })
  })

  it('is refused to an auditor of the agency, who may look', async () => {
    const { client } = await api.member('agency', 'auditor')
    expect(await send(client, 'what=suppliers', csv)).toMatchObject({ status: 403 })
    expect(await client.get('/api/imports')).toMatchObject({ status: 200 })
  })
})
