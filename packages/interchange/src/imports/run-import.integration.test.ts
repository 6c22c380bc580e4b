import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  asSystem,
  insertImport,
  openDatabase,
  readImport,
  receiveImport,
  turnImport,
  type Database,
} from '@enlace/database'
import { asId, type ImportId, type ImportKind, type OrganisationId } from '@enlace/domain'
import { makeMember, makeOrganisation, testDatabase } from '@enlace/testing'

import { finishImport, keepFile, runImport, undoImport } from '../index.ts'

let url: string
let owner: postgres.Sql
let database: Database
beforeAll(async () => {
  url = await testDatabase()
  owner = postgres(url, { max: 2, onnotice: () => undefined })
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 4 })
})
afterAll(async () => {
  await database.close()
  await owner.end()
})

type Lines = readonly Readonly<Record<string, unknown>>[]
const jsonl = (lines: Lines): string => lines.map((line) => JSON.stringify(line)).join('\n')
const newAgency = (): Promise<OrganisationId> => asSystem(database, (tx) => makeOrganisation(tx, 'agency'))

async function receive(
  agencyId: OrganisationId,
  what: ImportKind,
  file: string | Uint8Array,
  dryRun = false,
): Promise<ImportId> {
  const id = asId<ImportId>(uuidv7())
  await asSystem(database, (tx) =>
    insertImport(tx, { id, agencyId, what, dryRun, fileName: 'list', country: 'CL', createdBy: null }),
  )
  const kept = await keepFile(
    id,
    (async function* () {
      yield Buffer.from(file)
    })(),
    (work) => asSystem(database, work),
  )
  await asSystem(database, (tx) => receiveImport(tx, id, kept))
  return id
}
async function finish(id: ImportId): Promise<unknown> {
  const end = await runImport(database, id, { moved: async () => undefined })
  if (end !== null) await asSystem(database, (tx) => finishImport(tx, end, null))
  return countsOf(id)
}
async function countsOf(id: ImportId): Promise<unknown> {
  const view = await asSystem(database, (tx) => readImport(tx, id))
  if (view === null) return null
  const { state, rows, created, updated, unchanged, kept, failed, noted, undone } = view
  return { state, rows, created, updated, unchanged, kept, failed, noted, undone }
}
const bring = async (...given: Parameters<typeof receive>): Promise<unknown> => finish(await receive(...given))
async function undo(id: ImportId): Promise<unknown> {
  await asSystem(database, (tx) => turnImport(tx, id, ['finished'], 'undoing'))
  await asSystem(database, (tx) => undoImport(tx, id, null))
  return countsOf(id)
}
const issuesOf = async (id: ImportId): Promise<unknown[]> => [
  ...(await owner`select row, severity, path, code, message from import_issues where import_id = ${id} order by row, seq`),
]
const firmsOf = async (agencyId: OrganisationId): Promise<unknown[]> =>
  (
    await owner<{ name: string; state: string; version: number; text: string }[]>`
    select name, passports.state, passports.version, published -> 'capabilities' -> 0 ->> 'text' as text from agency_firms
    join organisations on organisations.id = agency_firms.organisation_id
    join passports on passports.organisation_id = organisations.id
    where agency_id = ${agencyId} order by name`
  ).map((row) => Object.values(row).join(' '))
const none = { created: 0, updated: 0, unchanged: 0, kept: 0, failed: 0, noted: 0, undone: 0 }

const supplier = (n: number, text = `Makes part ${n}`) => ({
  externalId: `s${n}`,
  name: `Firm ${n}`,
  capabilities: [{ text }],
})
const buyer = { name: 'Big Buyer', country: 'CL' }
const need = (n: number, text = `We look for someone who makes part ${n}.`) => ({
  externalId: `n${n}`,
  title: `Part ${n}`,
  text,
  buyer,
})

describe('an import of suppliers', () => {
  it('takes in ten thousand rows but one, and tells which and why', async () => {
    const agencyId = await newAgency()
    const lines = Array.from({ length: 10_000 }, (_, n): unknown => supplier(n))
    lines[6789] = { ...supplier(6789), facts: { staff: 'many' } }
    const id = await receive(agencyId, 'suppliers', gzipSync(jsonl(lines as Lines)))
    expect(await finish(id)).toEqual({ ...none, state: 'finished', rows: 10_000, created: 9999, failed: 1 })
    expect(await issuesOf(id)).toEqual([
      { row: 6790, severity: 'fault', path: 'facts.staff', code: 'invalid_type', message: 'Write a number.' },
    ])
    const [kept] = await owner`
      select count(*)::int as firms, count(distinct passports.organisation_id)::int as passports from agency_firms
      join passports on passports.organisation_id = agency_firms.organisation_id and state = 'published' where agency_id = ${agencyId}`
    expect(kept).toEqual({ firms: 9999, passports: 9999 })
    const events =
      await owner`select name, payload -> 'count' as count from events where organisation_id = ${agencyId} order by occurred_at`
    expect(events.map((event) => Object.values(event))).toEqual([
      ['import.finished', null],
      ['passports.imported', 9999],
    ])
  }, 120_000)

  it('brought again changes what is new in it and doubles nothing', async () => {
    const agencyId = await newAgency()
    await bring(agencyId, 'suppliers', jsonl([supplier(1), supplier(2)]))
    expect(
      await bring(agencyId, 'suppliers', jsonl([supplier(1), supplier(2, 'Makes another part'), supplier(3)])),
    ).toEqual({
      ...none,
      state: 'finished',
      rows: 3,
      created: 1,
      updated: 1,
      unchanged: 1,
    })
    expect(await firmsOf(agencyId)).toEqual([
      'Firm 1 published 1 Makes part 1',
      'Firm 2 published 2 Makes another part',
      'Firm 3 published 1 Makes part 3',
    ])
  })

  it('knows a supplier without a number by its tax number, else by name and country', async () => {
    const agencyId = await newAgency()
    const line = { name: 'Áridos del Sur', taxId: '76.1', capabilities: [{ text: 'Gravel' }] }
    await bring(agencyId, 'suppliers', jsonl([line, { name: 'Muebles Ñuble', capabilities: [{ text: 'Desks' }] }]))
    expect(
      await bring(
        agencyId,
        'suppliers',
        jsonl([
          { ...line, name: 'Áridos del Sur SpA', capabilities: [{ text: 'Sand' }] },
          { name: 'MUEBLES  NUBLE.', capabilities: [{ text: 'Chairs' }] },
        ]),
      ),
    ).toMatchObject({ created: 0, updated: 2 })
    expect(await firmsOf(agencyId)).toEqual([
      'MUEBLES  NUBLE. published 2 Chairs',
      'Áridos del Sur SpA published 2 Sand',
    ])
  })

  it('takes a thing that stands twice in a file once, across chunks too, and notes a namesake', async () => {
    const agencyId = await newAgency()
    const many = Array.from({ length: 600 }, (_, n) => supplier(n))
    const id = await receive(
      agencyId,
      'suppliers',
      jsonl([...many, supplier(3, 'Says more'), { ...supplier(700), name: 'Firm 5' }]),
    )
    expect(await finish(id)).toMatchObject({ created: 601, failed: 1, noted: 1 })
    expect(await issuesOf(id)).toEqual([
      { row: 601, severity: 'fault', path: '', code: 'duplicate', message: 'The same as row 4 of this file.' },
      {
        row: 602,
        severity: 'note',
        path: 'name',
        code: 'namesake',
        message: 'Row 6 of this file has the same name in the same country; if it is the same, take one of them out.',
      },
    ])
  })

  it('that is a dry run says the same and keeps nothing', async () => {
    const agencyId = await newAgency()
    const file = jsonl([supplier(1), supplier(1), { name: '' }])
    const id = await receive(agencyId, 'suppliers', file, true)
    expect(await finish(id)).toEqual({ ...none, state: 'checked', rows: 3, created: 1, failed: 2 })
    expect(await firmsOf(agencyId)).toEqual([])
    expect(
      await owner`select from organisations where name = 'Firm 1' and id in (select organisation_id from agency_firms where agency_id = ${agencyId})`,
    ).toHaveLength(0)
  })

  it('from a table reads cells by their headings and names them in its faults', async () => {
    const agencyId = await newAgency()
    const id = await receive(
      agencyId,
      'suppliers',
      [
        'Nombre;País;Productos;CPV;Empleados;Facturación;Color',
        'Textiles Lima;PE;Confección | Bordado;18000000;35;1.200.000,50 PEN 2025;red',
        'Sin oficio;PE;;;;;',
        'Mala;Perú;Algo;;muchos;;',
      ].join('\n'),
    )
    expect(await finish(id)).toMatchObject({ created: 1, failed: 2, noted: 1 })
    expect(await issuesOf(id)).toMatchObject([
      { row: 1, severity: 'note', path: 'Color', code: 'unknown-column' },
      { row: 3, severity: 'fault', path: 'capabilities' },
      { row: 4, severity: 'fault', path: 'country', message: 'Use the two-letter country code.' },
      { row: 4, severity: 'fault', path: 'staff', message: 'Write a number.' },
    ])
    const [passport] = await owner<{ content: unknown }[]>`
      select content from passports join agency_firms using (organisation_id) where agency_id = ${agencyId}`
    expect(passport?.content).toMatchObject({
      headline: 'Confección',
      facts: { country: 'PE', staff: 35, turnover: { amountMinor: 120_000_050, currency: 'PEN', year: 2025 } },
      capabilities: [{ text: 'Confección', categories: [{ scheme: 'CPV', code: '18000000' }] }, { text: 'Bordado' }],
    })
  })

  it('of a file that breaks off keeps what came before and says why it ended', async () => {
    const agencyId = await newAgency()
    const packed = gzipSync(
      Array.from({ length: 2000 }, (_, n) => JSON.stringify({ ...supplier(n), about: uuidv7() })).join('\n'),
    )
    const id = await receive(agencyId, 'suppliers', packed.subarray(0, packed.length / 2))
    const view = (await finish(id)) as { state: string; created: number; rows: number }
    expect(view.state).toBe('failed')
    expect(view.created).toBe(view.rows)
    expect(view.created).toBeGreaterThan(0)
    expect(await firmsOf(agencyId)).toHaveLength(view.created)
  })
})

describe('the undo of an import of suppliers', () => {
  it('takes its firms off the market and gives changed ones their former words', async () => {
    const agencyId = await newAgency()
    await bring(agencyId, 'suppliers', jsonl([supplier(1)]))
    const id = await receive(agencyId, 'suppliers', jsonl([supplier(1, 'Other words'), supplier(2)]))
    await finish(id)
    expect(await undo(id)).toMatchObject({ state: 'undone', undone: 2, kept: 0 })
    expect(await firmsOf(agencyId)).toEqual(['Firm 1 published 3 Makes part 1'])
    const [gone] =
      await owner`select state, version from passports where organisation_id = (select id from organisations where name = 'Firm 2' order by created_at desc limit 1)`
    expect(gone).toEqual({ state: 'withdrawn', version: 1 })
  })

  it('leaves what others have built on, and lists it', async () => {
    const agencyId = await newAgency()
    const id = await receive(agencyId, 'suppliers', jsonl([supplier(1), supplier(2), supplier(3)]))
    await finish(id)
    const [joined, wrote] = await owner<{ organisation_id: OrganisationId }[]>`
      select organisation_id from agency_firms join organisations on organisations.id = organisation_id where agency_id = ${agencyId} order by name`
    if (joined === undefined || wrote === undefined) throw new Error('two firms were brought')
    await asSystem(database, (tx) => makeMember(tx, joined.organisation_id))
    await owner`update passports set revision = revision + 1 where organisation_id = ${wrote.organisation_id}`
    expect(await undo(id)).toMatchObject({ undone: 1 })
    expect(await issuesOf(id)).toEqual([
      { row: 1, severity: 'kept', path: '', code: 'joined', message: 'Its own people have joined, so it stays.' },
      { row: 2, severity: 'kept', path: '', code: 'changed-since', message: 'It was changed since, so it stays.' },
    ])
    expect(await firmsOf(agencyId)).toHaveLength(2)
  })

  it('can itself be undone by bringing the file again, and that once more', async () => {
    const agencyId = await newAgency()
    const first = await receive(agencyId, 'suppliers', jsonl([supplier(1)]))
    await finish(first)
    await undo(first)
    const second = await receive(agencyId, 'suppliers', jsonl([supplier(1)]))
    expect(await finish(second)).toMatchObject({ created: 0, updated: 1 })
    expect(await firmsOf(agencyId)).toEqual(['Firm 1 published 2 Makes part 1'])
    expect(await undo(second)).toMatchObject({ undone: 1 })
    expect(await firmsOf(agencyId)).toEqual([])
  })
})

describe('an import of needs', () => {
  const published = async (agencyId: OrganisationId): Promise<unknown[]> =>
    (
      await owner<{ buyer: string; title: string; state: string; version: number }[]>`
      select organisations.name as buyer, title, needs.state, needs.version from needs
      join organisations on organisations.id = needs.organisation_id join imports on imports.id = needs.import_id
      where imports.agency_id = ${agencyId} order by title`
    ).map((row) => Object.values(row).join(' '))
  const told = async (agencyId: OrganisationId): Promise<unknown[]> =>
    (
      await owner<{ name: string }[]>`
      select events.name from events join needs on needs.id = (payload ->> 'needId')::uuid
      join imports on imports.id = needs.import_id where imports.agency_id = ${agencyId} order by occurred_at, events.id`
    ).map(({ name }) => name)

  it('publishes them in the names of their buyers, each buyer being one organisation', async () => {
    const agencyId = await newAgency()
    await bring(agencyId, 'needs', jsonl([need(1), { ...need(2), buyer: 'BIG BUYER' }]))
    expect(
      await bring(agencyId, 'needs', jsonl([need(3), { ...need(4), buyer: { name: 'Other', country: 'PE' } }])),
    ).toMatchObject({ created: 2 })
    expect(await published(agencyId)).toEqual([
      'Big Buyer Part 1 published 1',
      'Big Buyer Part 2 published 1',
      'Big Buyer Part 3 published 1',
      'Other Part 4 published 1',
    ])
    expect(await told(agencyId)).toEqual(['need.published', 'need.published', 'need.published', 'need.published'])
  })

  it('amends those that say something new and cancels them when it is undone', async () => {
    const agencyId = await newAgency()
    await bring(agencyId, 'needs', jsonl([need(1), need(2)]))
    const id = await receive(
      agencyId,
      'needs',
      jsonl([need(1), need(2, 'It must be of steel and of one piece.'), need(3)]),
    )
    expect(await finish(id)).toMatchObject({ created: 1, updated: 1, unchanged: 1 })
    expect(await undo(id)).toMatchObject({ undone: 2 })
    expect(await published(agencyId)).toEqual([
      'Big Buyer Part 1 published 1',
      'Big Buyer Part 2 published 3',
      'Big Buyer Part 3 cancelled 1',
    ])
    expect(await told(agencyId)).toEqual([
      'need.published',
      'need.published',
      'need.published',
      'need.amended',
      'need.cancelled',
      'need.amended',
    ])
  })

  it('takes open notices in, noting days that have passed and ends that contradict', async () => {
    const agencyId = await newAgency()
    const notice = {
      id: 'UK1',
      title: 'Pool works',
      text: 'Works on a pool and its showers.',
      buyer: 'A Council',
      cpv: ['45000000'],
      region: 'England',
      closes: '07/02/2020',
      start: '16/11/2019',
      end: '30/11/2019',
    }
    const id = await receive(agencyId, 'needs', jsonl([notice]))
    expect(await finish(id)).toMatchObject({ created: 1, noted: 1, failed: 0 })
    expect(await issuesOf(id)).toMatchObject([
      { path: 'end', code: 'date_order' },
      { path: 'answerBy', code: 'date_passed' },
    ])
    const [row] =
      await owner`select content -> 'answerBy' as day, content -> 'deliverUntil' as until, organisations.country from needs
      join organisations on organisations.id = needs.organisation_id where import_id = ${id}`
    expect(row).toEqual({ day: '2020-02-07', until: null, country: 'GB' })
  })
})

it('two processes that run one import take each row in once', async () => {
  const agencyId = await newAgency()
  const id = await receive(agencyId, 'suppliers', jsonl(Array.from({ length: 1500 }, (_, n) => supplier(n))))
  const ends = await Promise.allSettled([1, 2].map(() => runImport(database, id, { moved: async () => undefined })))
  expect(ends.filter((end) => end.status === 'fulfilled').length).toBeGreaterThan(0)
  const refusals = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []))
  expect(refusals.filter((reason) => !reason.includes('another process'))).toEqual([])
  expect(await countsOf(id)).toMatchObject({ rows: 1500, created: 1500, failed: 0 })
  const [row] = await owner`select count(*)::int as n from agency_firms where agency_id = ${agencyId}`
  expect(row).toEqual({ n: 1500 })
})

it('a process killed in the middle of an import loses and doubles nothing when the next one goes on', async () => {
  const agencyId = await newAgency()
  const lines = Array.from({ length: 5000 }, (_, n): unknown => supplier(n))
  lines[4321] = { name: '' }
  const id = await receive(agencyId, 'suppliers', jsonl(lines as Lines))
  const program = fileURLToPath(new URL('../../test/import.main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions', 'enlace-src', program, url, id])
  const ended = once(child, 'exit')
  const done = async (): Promise<number> =>
    (await owner<{ rows_done: number }[]>`select rows_done from imports where id = ${id}`)[0]?.rows_done ?? 0
  while ((await done()) < 1000 && child.exitCode === null) await sleep(5)
  child.kill('SIGKILL')
  await ended
  const before = await done()
  expect(before).toBeGreaterThanOrEqual(1000)
  expect(before).toBeLessThan(5000)
  expect(await finish(id)).toEqual({ ...none, state: 'finished', rows: 5000, created: 4999, failed: 1 })
  const [row] = await owner`
    select count(*)::int as firms, count(distinct name)::int as names,
      (select count(*)::int from import_rows where import_id = ${id}) as rows,
      (select count(*)::int from import_issues where import_id = ${id}) as issues
    from agency_firms join organisations on organisations.id = organisation_id where agency_id = ${agencyId}`
  expect(row).toEqual({ firms: 4999, names: 4999, rows: 4999, issues: 1 })
}, 120_000)
