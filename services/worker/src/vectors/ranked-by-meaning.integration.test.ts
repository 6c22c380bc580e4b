import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { Ranking } from '@enlace/contracts'
import {
  asSystem,
  keepPolicy,
  openDatabase,
  readRanking,
  record,
  setLevel,
  upsertEmbedder,
  upsertNeedVectors,
  upsertPassportVectors,
  type Database,
  type DueReaction,
} from '@enlace/database'
import { asId, type NeedId, type OrganisationId, type UserId } from '@enlace/domain'
import type { Reader } from '@enlace/embedding'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testDatabase } from '@enlace/testing'

import { takeDue, untold } from '../../test/settle.ts'
import { openNeedBook } from '../matches/need-book.ts'
import { rankNeed } from '../matches/rank-need.ts'
import { rankPassport } from '../matches/rank-passport.ts'
import { openRankingBooks } from '../matches/ranking-books.ts'
import { deliver } from '../reactions/react.ts'
import type { Reaction } from '../reactions/reaction.ts'
import { embedDue, fromTheStart } from './embed-due.ts'
import { openVectorBook } from './vector-book.ts'

const log = createLog('worker-test', 'silent')
const embedder = { id: 'by-hand/4', dims: 4 }
const words = 'Acrylic dust suppressant for unpaved haul roads'
let database: Database
let buyer: OrganisationId

beforeEach(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 6 })
  await asSystem(database, async (tx) => {
    await upsertEmbedder(tx, embedder)
    await setLevel(tx, embedder.id)
    buyer = await makeOrganisation(tx, 'buyer')
  })
})
afterEach(() => database.close())

/** A worker that has just come up: its books are empty. */
type Worker = Readonly<Record<string, Reaction | undefined>>
const newWorker = (): Worker => {
  const books = openRankingBooks(database, openVectorBook(database))
  return { 'rank-need': rankNeed(books, untold), 'rank-passport': rankPassport(books, openNeedBook(database)) }
}
const carryOut = async (due: readonly DueReaction[], worker = newWorker()): Promise<void> => {
  for (const { eventId, reaction } of due) {
    const found = worker[reaction]
    if (found !== undefined) await deliver(database, log, reaction, found)(eventId)
  }
}
/** A published supplier; its one capability lies so near to needs in meaning, and what it says of itself as a whole is not read. */
const addSupplier = (name: string, text: string, near: number): Promise<OrganisationId> =>
  asSystem(database, async (tx) => {
    const id = await makeSupplier(tx, name, passportContent(text))
    const vectors = Int8Array.of(near, 127 - near, 0, 0, 0, 0, 0, 0)
    await upsertPassportVectors(tx, embedder.id, [{ id, version: 1, vectors }])
    return id
  })
const addNeed = (): Promise<NeedId> =>
  asSystem(database, (tx) => makeNeed(tx, buyer, needContent({ title: words, text: `We look for ${words}.` })))
const readByModel = (needId: NeedId): Promise<void> =>
  asSystem(database, async (tx) => {
    await upsertNeedVectors(tx, embedder.id, { id: needId, version: 1, vectors: Int8Array.of(127, 0, 0, 0) })
    await record(tx, 'need.embedded', { needId, organisationId: buyer, version: 1 }, { organisationId: buyer })
  })
const listOf = async (needId: NeedId): Promise<Ranking> => {
  const ranking = await asSystem(database, (tx) => readRanking(tx, needId))
  if (ranking === null) throw new Error('no such need')
  return ranking
}
const order = ({ items }: Ranking): string[] => items.map(({ supplier, lifted }) => `${supplier.name} ${lifted ?? ''}`)
const matchOf = async (needId: NeedId, name: string) =>
  (await listOf(needId)).items.find(({ supplier }) => supplier.name === name)?.match

it('a first ranking that is done late, by another worker, does not take away what was read meanwhile', async () => {
  await addSupplier('By meaning', 'Janitorial staff', 127)
  const needId = await addNeed()
  const first = await takeDue(database)
  await readByModel(needId)
  await carryOut(await takeDue(database))
  const before = await listOf(needId)
  expect([before.partial, order(before)]).toEqual([false, ['By meaning ']])
  await carryOut(first)
  expect({ ...(await listOf(needId)), rankedAt: before.rankedAt }).toEqual(before)
})

it('a passport that is placed anew, by another worker, keeps what was read of both', async () => {
  const supplierId = await addSupplier('By meaning', 'Janitorial staff', 127)
  const needId = await addNeed()
  await readByModel(needId)
  await carryOut(await takeDue(database))
  const before = await matchOf(needId, 'By meaning')
  expect(before?.score).toBeGreaterThan(0)
  await asSystem(database, (tx) =>
    record(tx, 'rival.named', { organisationId: supplierId }, { organisationId: supplierId }),
  )
  await carryOut(await takeDue(database))
  expect(await matchOf(needId, 'By meaning')).toEqual(before)
})

it('places are held in the list that meaning orders as in the one by words', async () => {
  const by = asId<UserId>('0190a000-0000-7000-8000-000000000001')
  await asSystem(database, async (tx) => {
    const [row] = await tx.execute<{ revision: number }>(sql`select revision from fairness_policies where country = ''`)
    const policy = { floor: true, newShare: 0, periodDays: 90, tolerance: 0.02, keeperId: null, country: '' }
    await keepPolicy(tx, { ...policy, by, revision: row?.revision ?? 0 })
  })
  for (let at = 0; at < 16; at += 1) await addSupplier(`Firm ${at}`, `${words}.`, 112 + at)
  const worker = newWorker()
  const lists: { words: Ranking; meaning: Ranking }[] = []
  for (let at = 0; at < 2; at += 1) {
    const needId = await addNeed()
    await carryOut(await takeDue(database), worker)
    const byWords = await listOf(needId)
    await readByModel(needId)
    await carryOut(await takeDue(database), worker)
    lists.push({ words: byWords, meaning: await listOf(needId) })
  }
  const [first, second] = lists
  expect([second?.words.partial, second?.meaning.partial]).toEqual([true, false])
  expect(lists.map(({ words: one, meaning }) => [one.held, meaning.held])).toEqual(lists.map(() => [3, 3]))
  // Words alone cannot tell these firms apart; the last is nearest in meaning.
  const names = ({ items }: Ranking): string[] => items.map(({ supplier }) => supplier.name)
  const merit = Array.from({ length: 16 }, (_, at) => `Firm ${15 - at}`)
  expect(first === undefined ? [] : names(first.words)).toEqual(merit.toReversed())
  expect(first === undefined ? [] : names(first.meaning)).toEqual(merit)
  // Held for three that the first list did not show.
  expect(second === undefined ? [] : order(second.meaning).slice(6, 10)).toEqual([
    'Firm 9 ',
    ...['Firm 5 floor', 'Firm 4 floor', 'Firm 3 floor'],
  ])
})

it('a rival that is nearer in meaning changes nothing of a supplier that named it', async () => {
  const named = async (rivals: boolean) => {
    const self = await addSupplier('Self', `${words}, and gravel`, 90)
    const needId = await addNeed()
    if (rivals)
      await asSystem(database, (tx) =>
        tx.execute(sql`
          insert into rivalries (id, organisation_id, name_key, label) values (gen_random_uuid(), ${self}, 'rival', 'Rival')`),
      )
    await readByModel(needId)
    await carryOut(await takeDue(database))
    const before = await matchOf(needId, 'Self')
    await addSupplier('Rival', `${words}, and gravel, gravel`, 127)
    await asSystem(database, (tx) =>
      record(tx, 'need.embedded', { needId, organisationId: buyer, version: 1 }, { organisationId: buyer }),
    )
    await carryOut(await takeDue(database))
    expect((await listOf(needId)).items.map(({ supplier }) => supplier.name)).toContain('Rival')
    return { before, after: await matchOf(needId, 'Self') }
  }
  const walled = await named(true)
  expect(walled.before?.score).toBeGreaterThan(0)
  expect(walled.after).toEqual(walled.before)
  // The control: between those that named nobody, the other's words count.
  await asSystem(database, async (tx) => {
    await tx.execute(sql`delete from rivalries`)
    await tx.execute(sql`update passports set state = 'withdrawn'`)
  })
  const open = await named(false)
  expect(open.after?.score).not.toBe(open.before?.score)
})

it('what is stuffed with words is not read, and a passport that is set back to an earlier version is read anew', async () => {
  const read: string[] = []
  const reader: Reader = {
    ...embedder,
    close: async () => undefined,
    read: async (texts) => {
      read.push(...texts.map(({ text }) => text))
      return texts.map(() => Float32Array.of(1, 0, 0, 0))
    },
  }
  const stuffed = `${words}. `.repeat(30).trim()
  const id = await asSystem(database, (tx) => makeSupplier(tx, 'Stuffed', passportContent(stuffed)))
  const heldAfter = async (version: number) => {
    await asSystem(database, (tx) =>
      tx.execute(sql`
        update passports set version = ${version}, changed_xid = pg_current_xact_id() where organisation_id = ${id}`),
    )
    await embedDue(database, reader, fromTheStart)
    const [row] = await database.sql`select version, encode(vectors, 'hex') as vectors from passport_vectors`
    return [row?.['version'], row?.['vectors']]
  }
  // Its capability, and its name.
  expect(await heldAfter(1)).toEqual([1, '000000007f000000'])
  expect(read.some((text) => text.includes('Acrylic'))).toBe(false)
  expect((await heldAfter(3))[0]).toBe(3)
  expect((await heldAfter(2))[0]).toBe(2)
})
