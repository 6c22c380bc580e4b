import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { Ranking } from '@enlace/contracts'
import {
  asSystem,
  keepGlossary,
  lockGlossary,
  openDatabase,
  placeSupplier,
  readRanking,
  record,
  type Database,
} from '@enlace/database'
import { asId, type GlossaryLineId, type NeedId, type OrganisationId, type Phrase, type UserId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { settleAll, untold } from '../../test/settle.ts'
import type { Reaction } from '../reactions/reaction.ts'
import { openNeedBook } from './need-book.ts'
import { rankGlossary } from './rank-glossary.ts'
import { rankNeed } from './rank-need.ts'
import { rankPassport } from './rank-passport.ts'
import { openRankingBooks } from './ranking-books.ts'

const log = createLog('worker-test', 'silent')
const person = asId<UserId>('0190a000-0000-7000-8000-000000000001')
let database: Database
let reactions: Readonly<Record<string, Reaction>>
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 10 })
  const [books, needs] = [openRankingBooks(database), openNeedBook(database)]
  reactions = {
    'rank-need': rankNeed(books, untold),
    'rank-passport': rankPassport(books, needs),
    'rank-glossary': rankGlossary(database, books, needs),
  }
})
afterAll(() => database.close())

/** Carries out everything recorded so far, and says which needs were ranked by it. */
async function settle(): Promise<readonly string[]> {
  const ranked: string[] = []
  await settleAll(database, log, reactions, (events) => {
    for (const event of events) if (event.name === 'need.matched') ranked.push(event.payload.needId)
  })
  return ranked
}

/** A glossary of this one line, or of none, as the api keeps it. */
const keep = (organisationId: OrganisationId, of: 'needs' | 'passport', ...phrases: Phrase[]): Promise<void> =>
  asSystem(database, async (tx) => {
    await lockGlossary(tx, organisationId)
    const line = { id: asId<GlossaryLineId>('0190a000-0000-7000-8000-0000000000aa'), phrases }
    await keepGlossary(tx, organisationId, phrases.length === 0 ? [] : [line], person)
    await record(tx, 'glossary.changed', { organisationId, of }, { organisationId })
  })
const listOf = async (needId: NeedId): Promise<string> => {
  const ranking: Ranking | null = await asSystem(database, (tx) => readRanking(tx, needId))
  if (ranking === null) throw new Error('no such need')
  return JSON.stringify({ ...ranking, rankedAt: null })
}
const names = async (needId: NeedId): Promise<string[]> =>
  (JSON.parse(await listOf(needId)) as Ranking).items.map(({ supplier }) => supplier.name)

const slang = needContent({ title: 'Matapolvo', text: 'Matapolvo.', language: 'es' })
const bread = needContent({ title: 'Bread', text: 'Bread for a canteen.' })
type World = { one: OrganisationId; other: OrganisationId; asked: NeedId; same: NeedId; plain: NeedId }
let world: World
beforeEach(async () => {
  await asSystem(database, async (tx) => {
    await tx.execute(sql`update needs set state = 'closed', changed_xid = pg_current_xact_id()`)
    await tx.execute(sql`update passports set state = 'withdrawn', changed_xid = pg_current_xact_id()`)
    const [one, other] = [await makeOrganisation(tx, 'buyer'), await makeOrganisation(tx, 'buyer')]
    await makeSupplier(tx, 'Binder', passportContent('Grit binder made of acrylic'))
    await makeSupplier(tx, 'Bakery', passportContent('Bread and cakes'))
    const asked = await makeNeed(tx, one, slang)
    const same = await makeNeed(tx, other, slang)
    const plain = await makeNeed(tx, one, bread)
    world = { one, other, asked, same, plain }
  })
  await settle()
})

it("a buyer's line brings up a supplier that no shared word would, for its own need alone, and is gone with the line", async () => {
  const { one, asked, same, plain } = world
  const before = await Promise.all([asked, same, plain].map(listOf))
  expect([await names(asked), await names(plain)]).toEqual([[], ['Bakery']])
  await keep(one, 'needs', { language: 'es', text: 'matapolvo' }, { language: 'en', text: 'grit binder' })
  // What no phrase of it touches is not ranked again.
  expect(await settle()).toEqual([asked])
  expect(await names(asked)).toEqual(['Binder'])
  expect(await Promise.all([same, plain].map(listOf))).toEqual(before.slice(1))
  await keep(one, 'needs')
  expect(await settle()).toEqual([asked])
  expect(await Promise.all([asked, same, plain].map(listOf))).toEqual(before)
})

it('the same line of the other buyer would have brought it up there: what stayed was not out of reach', async () => {
  const { other, asked, same } = world
  await keep(other, 'needs', { language: 'es', text: 'matapolvo' }, { language: 'en', text: 'grit binder' })
  await settle()
  expect([await names(asked), await names(same)]).toEqual([[], ['Binder']])
})

it("a supplier's line brings up its own passport, and no number of any other changes", async () => {
  const { asked, same } = world
  const rival = await asSystem(database, (tx) =>
    makeSupplier(tx, 'Sayer', { ...passportContent('Matapolvo'), language: 'es' }),
  )
  const own = await asSystem(database, (tx) => makeSupplier(tx, 'Own', passportContent('Road binder')))
  await settle()
  const scored = async (): Promise<unknown[]> => {
    const { items } = JSON.parse(await listOf(asked)) as Ranking
    return items.map(({ rank, match }) => [rank, match])
  }
  const rowOf = async (id: OrganisationId): Promise<string> => {
    const { items } = JSON.parse(await listOf(asked)) as Ranking
    return JSON.stringify(items.find(({ supplier }) => supplier.id === id)?.match)
  }
  const [before, rivalBefore] = [await scored(), await rowOf(rival)]
  expect(await names(asked)).toEqual(['Sayer'])
  await keep(own, 'passport', { language: 'en', text: 'road binder' }, { language: 'es', text: 'matapolvo' })
  expect(await settle()).toEqual([])
  expect([await names(asked), await names(same)]).toEqual([
    ['Sayer', 'Own'],
    ['Sayer', 'Own'],
  ])
  expect(await rowOf(rival)).toBe(rivalBefore)
  // A list made anew says the same as the place given to the passport.
  const placed = await scored()
  await asSystem(database, async (tx) => {
    await tx.execute(sql`delete from matches where need_id = ${asked}`)
    await record(tx, 'need.embedded', { needId: asked, organisationId: own, version: 1 }, { organisationId: own })
  })
  await settle()
  expect(await scored()).toEqual(placed)
  await keep(own, 'passport')
  await settle()
  expect(await scored()).toEqual(before)
})

it('a passport that comes later is found by the lines of a buyer that are there', async () => {
  const { one, asked } = world
  await keep(one, 'needs', { language: 'es', text: 'matapolvo' }, { language: 'en', text: 'quillay foam' })
  await settle()
  expect(await names(asked)).toEqual([])
  await asSystem(database, (tx) => makeSupplier(tx, 'Late', passportContent('Quillay foam by the barrel')))
  expect(await settle()).toEqual([])
  expect(await names(asked)).toEqual(['Late'])
})

it('a passport weighed by other lines than its list was made by is not placed in it', async () => {
  const { one, asked } = world
  await keep(one, 'needs', { language: 'es', text: 'matapolvo' }, { language: 'en', text: 'grit binder' })
  await settle()
  const list = await listOf(asked)
  const match = (JSON.parse(list) as Ranking).items[0]?.match
  if (match === undefined) throw new Error('an empty list')
  const place = (...further: string[]) =>
    asSystem(database, (tx) =>
      placeSupplier(
        tx,
        match.supplierId,
        [{ ...match, score: 0.999, closing: { acts: [], wayIn: null } }] as never,
        new Map([[asked, further]]),
      ),
    )
  expect(await place()).toEqual([])
  expect(await listOf(asked)).toBe(list)
  expect(await place('grit', 'binder')).toHaveLength(1)
  expect(await listOf(asked)).not.toBe(list)
})
