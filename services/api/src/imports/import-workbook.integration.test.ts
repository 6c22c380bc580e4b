import { buffer } from 'node:stream/consumers'

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { workbookType, type ImportView } from '@enlace/contracts'
import { asSystem, readImport } from '@enlace/database'
import { workbookSentences, type ImportId } from '@enlace/domain'
import { finishImport, runImport, undoImport, writeWorkbook, type SheetRows } from '@enlace/interchange'

import { startApi, type Answer, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const send = (client: Client, query: string, body: Buffer): Promise<Answer> =>
  client.send('POST', `/api/imports?${query}`, body, { 'content-type': workbookType })
const workbook = (headings: readonly string[], rows: SheetRows): Promise<Buffer> =>
  buffer(writeWorkbook([{ name: 'list', headings, batches: [rows] }]))
/** Does what a worker does with the import. */
async function work(id: ImportId): Promise<ImportView | null> {
  const end = await runImport(api.system, id, { moved: async () => undefined })
  if (end !== null) await asSystem(api.system, (tx) => finishImport(tx, end, null))
  return asSystem(api.system, (tx) => readImport(tx, id))
}
const idOf = ({ body }: Answer): ImportId => (body as ImportView).id

describe('an agency that brings a workbook in', () => {
  it('looks at it first, reads by the spreadsheet’s rows what is wrong with it, takes it in and takes it back', async () => {
    const { client } = await api.member('agency')
    const bytes = await workbook(
      ['nombre', 'país', 'capacidades', 'empleados', 'colour'],
      [['Molino', 'CL', 'Flour', 12, 'red'], [], [null], ['Taller', 'CL', 'Welding', 'many']],
    )
    const id = idOf(await send(client, 'what=suppliers&dryRun=true&fileName=firms.xlsx', bytes))
    expect(await work(id)).toMatchObject({ state: 'checked', progress: 1, rows: 2, created: 1, failed: 1 })
    expect((await client.get(`/api/imports/${id}`)).body).toMatchObject({
      issues: [
        { row: 1, severity: 'note', path: 'colour', code: 'unknown-column' },
        { row: 5, severity: 'fault', path: 'staff', message: 'Write a number.' },
      ],
    })
    expect((await client.get(`/api/imports/${id}/issues.xlsx`)).body).toContain('"row":"5","severity":"fault"')
    await client.post(`/api/imports/${id}/run`)
    expect(await work(id)).toMatchObject({ state: 'finished', created: 1, failed: 1 })
    await client.post(`/api/imports/${id}/undo`)
    await asSystem(api.system, (tx) => undoImport(tx, id, null))
    expect((await client.get(`/api/imports/${id}`)).body).toMatchObject({ state: 'undone', undone: 1 })
  })

  it('goes on behind the last chunk where its worker was killed', async () => {
    const { client } = await api.member('agency')
    const rows = Array.from({ length: 700 }, (_, at) => [`Taller ${at}`, 'CL', 'Welding'])
    const id = idOf(await send(client, 'what=suppliers', await workbook(['name', 'country', 'capabilities'], rows)))
    let chunks = 0
    const dying = async (): Promise<undefined> => {
      if ((chunks += 1) === 2) throw new Error('killed')
    }
    await expect(runImport(api.system, id, { moved: dying })).rejects.toThrow('killed')
    expect(await asSystem(api.system, (tx) => readImport(tx, id))).toMatchObject({ state: 'running', rows: 500 })
    expect(await work(id)).toMatchObject({ state: 'finished', rows: 700, created: 700, failed: 0 })
  })

  it('brings needs with their days as dates', async () => {
    const { client } = await api.member('agency')
    const day = { at: new Date('2031-05-04'), shows: 'day' as const }
    const bytes = await workbook(
      ['buyer', 'title', 'text', 'answer by', 'local content %'],
      [['Minera', 'Flour', 'Flour for a canteen of 900 people.', day, 30]],
    )
    const id = idOf(await send(client, 'what=needs&country=CL', bytes))
    expect(await work(id)).toMatchObject({ state: 'finished', created: 1, failed: 0, problem: null })
    const [need] = await asSystem(api.system, (tx) =>
      tx.execute(sql`select content->>'answerBy' as day from needs where title = 'Flour'`),
    )
    expect(need).toEqual({ day: '2031-05-04' })
  })

  it('is told at once of one that is old or has a password, and nothing is kept', async () => {
    const { client } = await api.member('agency')
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])
    expect(await send(client, 'what=suppliers', old)).toMatchObject({ status: 422, body: { code: 'workbook.closed' } })
    expect((await client.get('/api/imports')).body).toEqual({ items: [], next: null })
  })

  it.each([
    ['that is cut off', 'workbook.damaged', async () => (await workbook(['name'], [['A']])).subarray(0, 700)],
    ['without headings', 'workbook.headings', () => workbook([''], [['A']])],
  ] as const)('finds out of one %s when it is read, and nothing of it is in', async (_, code, make) => {
    const { client } = await api.member('agency')
    const id = idOf(await send(client, 'what=suppliers&dryRun=true', await make()))
    expect(await work(id)).toMatchObject({ state: 'failed', rows: 0, problem: workbookSentences[code] })
  })

  it('downloads a workbook to fill in, explained in Spanish, whose example it could take in', async () => {
    const { client } = await api.member('agency')
    for (const what of ['suppliers', 'needs']) {
      const { bytes } = await client.get(`/api/imports/template.xlsx?what=${what}&language=es`)
      const id = idOf(await send(client, `what=${what}&dryRun=true&country=CL`, bytes))
      expect(await work(id)).toMatchObject({ state: 'checked', rows: 1, created: 1, failed: 0, noted: 0 })
    }
  })
})
