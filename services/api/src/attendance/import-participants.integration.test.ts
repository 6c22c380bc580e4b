import { buffer } from 'node:stream/consumers'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { workbookType, type ParticipantsImport } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { writeWorkbook, type SheetRows } from '@enlace/interchange'
import { makeOrganisation } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { MatchdayRun } from '../../test/matchday-people.ts'
import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const importInto = async (run: MatchdayRun, table: string, dryRun = false): Promise<ParticipantsImport> => {
  const path = `${run.at}/participants/import?dryRun=${dryRun}`
  const answer = await run.agency.client.send('POST', path, table, { 'content-type': 'text/csv' })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body
}
const keptOf = (run: MatchdayRun): Promise<Record<string, unknown>[]> =>
  asSystem(api.system, async (tx) => [
    ...(await tx.execute(sql`
      select name, side, state, away, languages, matchday_participants.note from matchday_participants
      join organisations on organisations.id = organisation_id where matchday_id = ${run.id} order by name`)),
  ])

it('shows what a table does before it does it, lists what is wrong by row and column, and does it once', async () => {
  const run = await MatchdayRun.open(api)
  const tag = run.id.slice(-12)
  const names = [`Mina ${tag}`, `Bombas ${tag}`, `Gemelas ${tag}`, `Gemelas ${tag}`]
  const [mine, pumps] = await asSystem(api.system, async (tx) => [
    await makeOrganisation(tx, 'buyer', names[0]),
    await makeOrganisation(tx, 'supplier', names[1]),
    await makeOrganisation(tx, 'supplier', names[2]),
    await makeOrganisation(tx, 'supplier', names[3]),
  ])
  const table = [
    'id,nombre,pais,side,idiomas,absent sessions,note,colour',
    `${mine},,,comprador,ES en,,Busca bombas,red`,
    `,bombas ${tag.toUpperCase()},CL,,es,Afternoon,,`,
    `,Nobody ${tag},CL,,,,,`,
    `,${names[2]},CL,,,,,`,
    `${pumps},,,,,,,`,
    `${mine},,,supplier,,,,`,
    ',No country,,,,,,',
    `${pumps},,,,,Night,,`,
    `${pumps},,,,spanish,,,`,
  ].join('\n')
  const looked = await importInto(run, table, true)
  expect(await keptOf(run)).toEqual([])
  const kept = await importInto(run, table)
  expect({ ...kept, dryRun: true }).toEqual(looked)
  expect(kept).toMatchObject({ rows: 9, created: 2, updated: 0, unchanged: 0, failed: 7 })
  expect(kept.issues.map(({ row, path, code }) => `${row} ${path} ${code}`)).toEqual([
    '1 colour unknown-column',
    '4 name unknown-firm',
    '5 name ambiguous',
    '6  duplicate',
    '7 side side',
    '8 name nobody',
    '9 absent sessions session',
    '10 languages invalid_format',
  ])
  expect(await keptOf(run)).toEqual([
    { name: names[1], side: 'visitor', state: 'admitted', away: [4, 5, 6, 7], languages: ['es'], note: '' },
    { name: names[0], side: 'host', state: 'admitted', away: [], languages: ['es', 'en'], note: 'Busca bombas' },
  ])
  expect(await importInto(run, table)).toMatchObject({ created: 0, updated: 0, unchanged: 2, failed: 7 })
  const changed = await importInto(run, `id,note\n${mine},Busca filtros\n`)
  expect(changed).toMatchObject({ created: 0, updated: 1, unchanged: 0, failed: 0 })
})

it('finds a firm by a tax number of its own lists alone, tells who was let in, and lets nobody back who withdrew', async () => {
  const [run, other] = [await MatchdayRun.open(api), await MatchdayRun.open(api)]
  const firm = await api.member('supplier')
  await asSystem(api.system, (tx) =>
    tx.execute(sql`
      with list as (
        insert into imports (id, agency_id, what, state, dry_run, file_name)
        values (gen_random_uuid(), ${run.agency.organisationId}, 'suppliers', 'finished', false, '') returning id)
      insert into imported_subjects (agency_id, what, subject_id, tax_id, country, name_key, content_hash, version, revision, import_id, row)
      select ${run.agency.organisationId}, 'suppliers', ${firm.organisationId}, '76.123.456-0', 'CL', 'x', '', 1, 1, id, 2 from list`),
  )
  const table = 'tax id\n76.123.456-0\n'
  expect(await importInto(other, table)).toMatchObject({ created: 0, issues: [{ row: 2, code: 'unknown-firm' }] })
  expect(await importInto(run, table)).toMatchObject({ created: 1 })
  const told = await asSystem(api.system, (tx) =>
    tx.execute<{ participants: string[] }>(sql`
      select payload -> 'participants' as participants from events where name = 'participants.imported' and organisation_id = ${run.agency.organisationId}`),
  )
  expect(told.map(({ participants }) => participants)).toEqual([[firm.organisationId]])
  expect((await firm.client.post(`${run.at}/participation/withdraw`, {})).status).toBe(200)
  expect(await importInto(run, table)).toMatchObject({ updated: 0, failed: 1, issues: [{ row: 2, code: 'stays-out' }] })
  expect((await keptOf(run)).map(({ state }) => state)).toEqual(['withdrawn'])
})

const hosted = { key: 'hosted', name: 'Hosted buyer', side: 'host', leastMeetings: 2, hosted: true }
const small = { key: 'small', name: 'Small producer', side: 'visitor', seats: 2 }

it('gives types by their names as far as there are seats, and leaves rows beyond them out whole', async () => {
  const run = await MatchdayRun.open(api, { types: [hosted, small] })
  const tag = run.id.slice(-12)
  const [mine, ...suppliers] = await asSystem(api.system, async (tx) => [
    await makeOrganisation(tx, 'buyer', `Mina ${tag}`),
    ...(await Promise.all([1, 2, 3, 4].map((n) => makeOrganisation(tx, 'supplier', `Bombas ${n} ${tag}`)))),
  ])
  const [one, two, three, four] = suppliers
  const typesOf = async (): Promise<unknown[]> =>
    asSystem(api.system, async (tx) =>
      (
        await tx.execute<{ type: string | null }>(sql`
          select type from matchday_participants join organisations on organisations.id = organisation_id
          where matchday_id = ${run.id} order by name`)
      ).map(({ type }) => type),
    )
  const table = [
    'id,tipo,note',
    ...[`${mine},hosted BUYER,`, `${one},Small producer,`, `${two},small,`],
    ...[`${three},Small producer,`, `${four},Hosted buyer,`, `${four},,`],
  ].join('\n')
  const looked = await importInto(run, table, true)
  expect(await keptOf(run)).toEqual([])
  const kept = await importInto(run, table)
  expect({ ...kept, dryRun: true }).toEqual(looked)
  expect(kept).toMatchObject({ created: 3, failed: 3 })
  expect(kept.issues.map(({ row, path, code, message }) => [row, path, code, message])).toEqual([
    [5, 'type', 'seats', 'All seats of this type are taken; give it more, or another type.'],
    [6, 'type', 'type', 'There is no such type of firm: use one of “Small producer”.'],
    [7, '', 'duplicate', 'The same firm as in row 6 of this file.'],
  ])
  expect(await typesOf()).toEqual(['small', 'small', 'hosted'])
  // The same again changes nothing, though every seat is taken; an empty cell leaves a type as it is.
  expect(await importInto(run, table)).toMatchObject({ created: 0, updated: 0, unchanged: 3, failed: 3 })
  expect(await importInto(run, `id,type,note\n${one},,Busca filtros\n`)).toMatchObject({ updated: 1, failed: 0 })
  expect(await typesOf()).toEqual(['small', 'small', 'hosted'])
  // A seat that was given back goes to the next table, as a type alone is a change.
  const [{ id } = { id: '' }] = await asSystem(api.system, (tx) =>
    tx.execute<{ id: string }>(
      sql`select id from matchday_participants where organisation_id = ${one} and matchday_id = ${run.id}`,
    ),
  )
  await run.agency.client.put(`${run.at}/participants/${id}`, { state: 'admitted', type: null })
  expect(await importInto(run, `id,type\n${three},small\n`)).toMatchObject({ created: 1, failed: 0 })
  expect(await importInto(run, `id,type\n${one},small\n`)).toMatchObject({ updated: 0, failed: 1 })
  await run.agency.client.put(`${run.at}/participants/${id}`, { state: 'declined' })
  expect(await importInto(run, `id,type\n${one},small\n`)).toMatchObject({ issues: [{ code: 'stays-out' }] })
})

it('takes 4,850 of 5,000 rows, lists the other 150, and the same again changes nothing', async () => {
  const run = await MatchdayRun.open(api, { types: [hosted, { ...small, seats: undefined }] })
  const tag = run.id.slice(-12)
  await asSystem(api.system, (tx) =>
    tx.execute(sql`
      insert into organisations (id, kind, name, slug, country)
      select gen_random_uuid(), case when n % 5 = 0 then 'buyer' else 'supplier' end, ${`Firm ${tag} `}::text || n, ${`${tag}-`}::text || n, 'PE'
      from generate_series(1, 5000) as n`),
  )
  const isBad = (n: number): boolean => n % 100 < 3
  const lines = Array.from({ length: 5000 }, (_, at) => at + 1).map((n) =>
    isBad(n)
      ? `Unknown ${tag} ${n},PE,,es,Row ${n}`
      : `Firm ${tag} ${n},PE,${n % 5 === 0 ? 'hosted' : 'small'},es en,Row ${n}`,
  )
  const table = `name,country,type,languages,note\n${lines.join('\n')}\n`
  const began = Date.now()
  const first = await importInto(run, table)
  const took = Date.now() - began
  expect(first).toMatchObject({ rows: 5000, created: 4850, updated: 0, unchanged: 0, failed: 150 })
  expect(first.issues.map(({ row }) => row)).toEqual(
    Array.from({ length: 5000 }, (_, at) => at + 1).flatMap((n) => (isBad(n) ? [n + 1] : [])),
  )
  expect((await keptOf(run)).length).toBe(4850)
  expect(await importInto(run, table)).toMatchObject({ created: 0, updated: 0, unchanged: 4850, failed: 150 })
  process.stdout.write(`5,000 rows were taken in ${took} ms\n`)
  expect(took).toBeLessThan(30_000)
}, 120_000)

it('reads a workbook as it reads CSV, and refuses one that it cannot read with its code and keeps nothing', async () => {
  const run = await MatchdayRun.open(api)
  const name = `Mina ${run.id.slice(-12)}`
  await asSystem(api.system, (tx) => makeOrganisation(tx, 'buyer', name))
  const send = (bytes: Buffer, dryRun = false) =>
    run.agency.client.send('POST', `${run.at}/participants/import?dryRun=${dryRun}`, bytes, {
      'content-type': workbookType,
    })
  const workbook = (headings: readonly string[], batches: Iterable<SheetRows>) =>
    buffer(writeWorkbook([{ name: 'firms', headings, batches }]))
  const good = await workbook(['nombre', 'país'], [[[], [name, 'CL'], ['Nobody', 'CL']]])
  const done = { rows: 2, created: 1, failed: 1, issues: [{ row: 4, path: 'name', code: 'unknown-firm' }] }
  expect((await send(good, true)).body).toMatchObject(done)
  expect(await keptOf(run)).toEqual([])
  const long = await workbook(['name'], [Array.from({ length: 20_001 }, () => ['Nobody'])])
  for (const [bytes, status, code] of [
    [good.subarray(0, -30), 422, 'workbook.damaged'],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 422, 'workbook.closed'],
    [await workbook([''], [[['A']]]), 422, 'workbook.headings'],
    [await workbook(['nonsense'], [[['A']]]), 422, 'import.format'],
    [long, 413, 'input.too-large'],
  ] as const)
    expect(await send(bytes)).toMatchObject({ status, body: { code } })
  expect(await keptOf(run)).toEqual([])
  expect((await send(good)).body).toMatchObject(done)
  const template = (await run.agency.client.get('/api/matchdays/participants-template.xlsx?language=es')).bytes
  expect((await send(template, true)).body).toMatchObject({ rows: 1, issues: [{ row: 2, code: 'unknown-firm' }] })
})
