import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'

import {
  asSystem,
  openDatabase,
  readAsSystem,
  readEmbeddingFigures,
  readRanking,
  record,
  upsertEmbedder,
  type Database,
} from '@enlace/database'
import type { NeedId, OrganisationId } from '@enlace/domain'
import {
  embedderSettings,
  openLocal,
  openReader,
  plainReader,
  type Embedder,
  type EmbedderSettings,
} from '@enlace/embedding'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testDatabase } from '@enlace/testing'

import { settleAll, untold } from '../../test/settle.ts'
import { startEmbeddingServer, type EmbeddingServer } from '../../test/embedding-server.ts'
import { openNeedBook } from '../matches/need-book.ts'
import { rankImport } from '../matches/rank-import.ts'
import { rankNeed } from '../matches/rank-need.ts'
import { rankPassport } from '../matches/rank-passport.ts'
import { openRankingBooks } from '../matches/ranking-books.ts'
import type { Reaction } from '../reactions/reaction.ts'
import { embedDue, fromTheStart } from './embed-due.ts'
import { keepEmbedded } from './keep-embedded.ts'
import { openVectorBook } from './vector-book.ts'

const log = createLog('worker-test', 'silent')
/** Reading with a real model on a busy machine takes a while. */
const patience = { timeout: 60_000 }
const local = embedderSettings.parse({
  EMBEDDER: 'local',
  MODEL_DIR: join(import.meta.dirname, '../../../../infra/model'),
})
let model: Embedder
let server: EmbeddingServer
let database: Database
let lock: Database
let buyer: OrganisationId
let reactions: Readonly<Record<string, Reaction | undefined>>
let keepers: { readonly close: () => Promise<void> }[] = []

beforeAll(async () => {
  const reader = await openReader(local)
  model = {
    ...reader,
    languages: null,
    embed: async (texts) =>
      (await reader.read(texts.map((text) => ({ text, language: 'en' })))).map((one) => one ?? new Float32Array(0)),
  }
})
afterAll(() => model.close())
beforeEach(async () => {
  server = await startEmbeddingServer(model)
  const url = await testDatabase()
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 12 })
  lock = openDatabase({ url, role: 'enlace_system', maxConnections: 1 })
  const books = openRankingBooks(database, openVectorBook(database))
  reactions = {
    'rank-need': rankNeed(books, untold),
    'rank-passport': rankPassport(books, openNeedBook(database)),
    'rank-import': rankImport(database, books),
  }
})
afterEach(async () => {
  await Promise.all(keepers.map((keeper) => keeper.close()))
  keepers = []
  await Promise.all([server.close(), database.close(), lock.close()])
})

const keep = (settings: Partial<EmbedderSettings>): void =>
  void keepers.push(
    keepEmbedded({
      ...{ database, lock, log, everyMs: 50, patienceMs: 50 },
      open: () => openReader({ ...local, EMBEDDER_TIMEOUT_MS: 1500, ...settings }),
    }),
  )
const remote = (name: string): Partial<EmbedderSettings> => ({
  EMBEDDER: 'openai',
  EMBEDDER_URL: server.url,
  EMBEDDER_MODEL: name,
  EMBEDDER_KEY: 'a-secret-key',
})
/** Carries out everything recorded so far. */
const settle = (): Promise<void> => settleAll(database, log, reactions)
const rankingOf = async (needId: NeedId) => {
  await settle()
  const ranking = await readAsSystem(database, (reader) => readRanking(reader, needId))
  if (ranking === null) throw new Error('no such need')
  return { partial: ranking.partial, names: ranking.items.map((row) => row.supplier.name), ranking }
}
const figures = () => readAsSystem(database, readEmbeddingFigures)
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + 25_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not reached: ${JSON.stringify(await figures())}`)
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}
const addSupplier = (name: string, text: string): Promise<OrganisationId> =>
  asSystem(database, (tx) => makeSupplier(tx, name, passportContent(text)))
const addNeed = (text: string): Promise<NeedId> =>
  asSystem(database, async (tx) =>
    makeNeed(tx, (buyer = await makeOrganisation(tx, 'buyer')), needContent({ title: text, text })),
  )

it('ranks a need at once by words, and again by meaning, in both directions', patience, async () => {
  await addSupplier('Janitors', 'Janitorial staff who sweep and mop corporate premises')
  const needId = await addNeed('Office cleaning services')
  const before = await rankingOf(needId)
  expect([before.partial, before.names]).toEqual([true, []])
  keep(remote('a'))
  await until(async () => (await rankingOf(needId)).names.length === 1)
  const after = await rankingOf(needId)
  expect([
    after.partial,
    after.ranking.items[0]?.match.criteria.find(({ id }) => id === 'capability-text')?.evidence?.quote,
  ]).toEqual([false, 'Janitorial staff who sweep and mop corporate premises'])
  // The other direction: a supplier that comes later finds its way into the same list.
  await addSupplier('Housekeepers', 'Housekeeping teams that vacuum workplaces')
  await until(async () => (await rankingOf(needId)).names.length === 2)
  const placed = await rankingOf(needId)
  expect(placed.partial).toBe(false)
  // The same pairs get the same scores when the need is ranked whole.
  await asSystem(database, (tx) =>
    record(tx, 'need.embedded', { needId, organisationId: buyer, version: 1 }, { organisationId: buyer }),
  )
  const whole = await rankingOf(needId)
  expect(whole.ranking.items.map(({ match }) => match)).toEqual(placed.ranking.items.map(({ match }) => match))
  expect(
    server.seen.every(
      ({ path, key, count }) => path === '/v1/embeddings' && key === 'Bearer a-secret-key' && count <= 32,
    ),
  ).toBe(true)
})

it.each(['hangs', 'errs', 'redirects', 'babbles'] as const)(
  'a server that %s holds no ranking up; it is tried again until it is well',
  patience,
  async (mood) => {
    server.be(mood)
    keep(remote('a'))
    await addSupplier('Janitors', 'Janitorial staff for offices')
    const needId = await addNeed('Janitorial services')
    await until(async () => (await figures()).failure !== null)
    const during = await rankingOf(needId)
    expect([during.partial, during.names]).toEqual([true, ['Janitors']])
    expect(JSON.stringify(await figures())).not.toContain('a-secret-key')
    server.be('well')
    await until(async () => !(await rankingOf(needId)).partial)
    expect((await figures()).failure).toBeNull()
  },
)

it('Ollama is spoken to as it wants', patience, async () => {
  keep({ ...remote('m'), EMBEDDER: 'ollama' })
  await until(async () => (await figures()).embedder === `ollama:m/${model.dims}`)
  expect(server.seen[0]?.path).toBe('/api/embed')
})

it('a broken model leaves matching by words, and says so', patience, async () => {
  keepers.push(
    keepEmbedded({
      ...{ database, lock, log, everyMs: 50, patienceMs: 50 },
      open: () =>
        openLocal({ weights: import.meta.filename, tokenizer: import.meta.filename, runtime: '' }).then(plainReader),
    }),
  )
  await addSupplier('Janitors', 'Janitorial staff for offices')
  const needId = await addNeed('Janitorial services')
  await until(async () => (await figures()).failure !== null)
  expect((await figures()).failure).toContain('broken')
  expect(await rankingOf(needId)).toMatchObject({ partial: true, names: ['Janitors'] })
})

it('another model reads everything anew while the old one serves, and then takes its place', patience, async () => {
  await addSupplier('Janitors', 'Janitorial staff who sweep and mop corporate premises')
  const needId = await addNeed('Office cleaning services')
  keep(remote('old'))
  await until(async () => (await rankingOf(needId)).names.length === 1)
  await keepers.pop()?.close()
  server.be('errs')
  keep(remote('new'))
  await until(async () => (await figures()).failure !== null)
  expect(await rankingOf(needId)).toMatchObject({ partial: false, names: ['Janitors'] })
  expect((await figures()).embedders.map(({ id, serving }) => [id, serving])).toEqual([
    [`openai:old/${model.dims}`, true],
  ])
  server.be('well')
  await until(async () =>
    (await figures()).embedders.some(({ id, serving }) => id.startsWith('openai:new/') && serving),
  )
  await until(async () => (await figures()).embedders.every(({ passports, needs }) => passports === 1 && needs === 1))
  expect(await rankingOf(needId)).toMatchObject({ partial: false, names: ['Janitors'] })
  // A day later the old one is forgotten with all it left.
  await database.sql`update embedders set started_at = started_at - interval '3 days', serving_since = serving_since - interval '2 days'`
  await keepers.pop()?.close()
  keep(remote('new'))
  await until(async () => (await figures()).embedders.length === 1)
  expect((await database.sql`select distinct embedder from need_vectors`).map((row) => row['embedder'])).toEqual([
    `openai:new/${model.dims}`,
  ])
})

it('tells of each thing that was read once, whoever reads it a second time', patience, async () => {
  await addSupplier('Janitors', 'Janitorial staff for offices')
  await addNeed('Janitorial services')
  const reader = await openReader({ ...local, ...remote('a') })
  await asSystem(database, (tx) => upsertEmbedder(tx, reader))
  const told = async (): Promise<number> =>
    Number((await database.sql`select count(*) from events where name = 'need.embedded'`)[0]?.['count'])
  const once = await embedDue(database, reader, fromTheStart)
  await Promise.all([embedDue(database, reader, fromTheStart), embedDue(database, reader, once)])
  expect(await told()).toBe(1)
  // The control: without the row that was kept it is told again.
  await database.sql`delete from need_vectors`
  await embedDue(database, reader, fromTheStart)
  expect(await told()).toBe(2)
})
