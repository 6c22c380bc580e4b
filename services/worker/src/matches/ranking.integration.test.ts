import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Ranking } from '@enlace/contracts'
import {
  asSystem,
  openDatabase,
  readRanking,
  readRankingText,
  record,
  type Database,
  type DueReaction,
} from '@enlace/database'
import type { NeedId, OrganisationId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { takeDue, untold } from '../../test/settle.ts'
import { deliver } from '../reactions/react.ts'
import type { Reaction } from '../reactions/reaction.ts'
import { openNeedBook } from './need-book.ts'
import { rankNeed } from './rank-need.ts'
import { rankPassport } from './rank-passport.ts'
import { openRankingBooks } from './ranking-books.ts'

const log = createLog('worker-test', 'silent')
let database: Database
let reactions: Record<'rank-need' | 'rank-passport', Reaction>
let buyer: OrganisationId

beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 20 })
  const books = openRankingBooks(database)
  reactions = { 'rank-need': rankNeed(books, untold), 'rank-passport': rankPassport(books, openNeedBook(database)) }
  buyer = await asSystem(database, (tx) => makeOrganisation(tx, 'buyer'))
})
afterAll(() => database.close())

const run = async ({ eventId, reaction }: DueReaction): Promise<void> => {
  if (reaction === 'rank-need' || reaction === 'rank-passport')
    await deliver(database, log, reaction, reactions[reaction])(eventId)
}
/** Carries out everything recorded so far, in the order it was recorded. */
const settle = async (): Promise<void> => {
  for (let due = await takeDue(database); due.length > 0; due = await takeDue(database))
    for (const one of due) await run(one)
}
/** What a page reads, which is what it is told. */
const rankingOf = async (needId: NeedId): Promise<Ranking> => {
  const [ranking, text] = await asSystem(database, async (tx) => [
    await readRanking(tx, needId),
    await readRankingText(tx, needId),
  ])
  if (ranking === null || text === null) throw new Error('no such need')
  expect(JSON.parse(text)).toEqual(ranking)
  return ranking
}
const names = (ranking: Ranking): string[] => ranking.items.map((row) => row.supplier.name)
const matchedEvents = async (needId: NeedId): Promise<number> => {
  const [row] = await asSystem(database, (tx) =>
    tx.execute<{ n: number }>(
      sql`select count(*)::int as n from events where name = 'need.matched' and payload ->> 'needId' = ${needId}`,
    ),
  )
  return row?.n ?? 0
}

describe('ranking', () => {
  it('puts the supplier whose words answer a new need first and leaves unrelated ones out', async () => {
    const needId = await asSystem(database, async (tx) => {
      await makeSupplier(tx, 'Polymer', passportContent('Acrylic dust suppressant for unpaved haul roads'))
      await makeSupplier(tx, 'Roads', passportContent('Maintenance of unpaved haul roads'))
      await makeSupplier(tx, 'Bakery', passportContent('Bread and cakes for canteens'))
      return makeNeed(tx, buyer, needContent())
    })
    await settle()
    expect(names(await rankingOf(needId))).toEqual(['Polymer', 'Roads'])
  })

  it('takes effect once however often it is delivered', async () => {
    const needId = await asSystem(database, (tx) =>
      makeNeed(tx, buyer, needContent({ title: 'Haul roads', text: 'Maintenance of unpaved haul roads.' })),
    )
    const due = (await takeDue(database)).filter((one) => one.reaction === 'rank-need')
    await Promise.all([...due, ...due, ...due].map(run))
    await settle()
    expect(await matchedEvents(needId)).toBe(1)
  })

  it('gives a new passport its place in the list of an open need, and takes it out when it is withdrawn', async () => {
    const needId = await asSystem(database, (tx) =>
      makeNeed(
        tx,
        buyer,
        needContent({ title: 'Copper cathodes sampling', text: 'Sampling of copper cathodes in the tankhouse.' }),
      ),
    )
    await settle()
    expect(names(await rankingOf(needId))).toEqual([])
    const supplier = await asSystem(database, (tx) =>
      makeSupplier(tx, 'Sampler', passportContent('Sampling of copper cathodes')),
    )
    await settle()
    expect(names(await rankingOf(needId))).toEqual(['Sampler'])
    await asSystem(database, async (tx) => {
      await tx.execute(
        sql`update passports set state = 'withdrawn', changed_xid = pg_current_xact_id() where organisation_id = ${supplier}`,
      )
      await record(tx, 'passport.withdrawn', { organisationId: supplier, version: 1 }, { organisationId: supplier })
    })
    await settle()
    expect(names(await rankingOf(needId))).toEqual([])
  })

  it('ends with every supplier listed when needs and passports arrive at the same moment in any order', async () => {
    const words = 'flotation froth crusher'
    const needIds: NeedId[] = []
    const arrive = async (number: number): Promise<void> => {
      await asSystem(database, async (tx) => {
        if (number % 2 === 0) await makeSupplier(tx, `Froth ${number}`, passportContent(`Service for ${words}`))
        else
          needIds.push(
            await makeNeed(tx, buyer, needContent({ title: words, text: `We look for a ${words} service.` })),
          )
      })
      const due = await takeDue(database)
      await Promise.all(due.toReversed().map(run))
    }
    await Promise.all(Array.from({ length: 20 }, (_, number) => arrive(number)))
    await settle()
    const lists = await Promise.all(
      needIds.map(async (id) =>
        names(await rankingOf(id))
          .filter((name) => name.startsWith('Froth'))
          .toSorted(),
      ),
    )
    const all = Array.from({ length: 10 }, (_, index) => `Froth ${index * 2}`).toSorted()
    expect(lists).toEqual(needIds.map(() => all))
    for (const id of needIds)
      expect((await rankingOf(id)).items.map((row) => row.rank)).toEqual(
        (await rankingOf(id)).items.map((_, index) => index + 1),
      )
  })

  it('counts a failed attempt in Postgres and leaves no half of its effect', async () => {
    const needId = await asSystem(database, (tx) => makeNeed(tx, buyer, needContent()))
    const [due] = (await takeDue(database)).filter((one) => one.reaction === 'rank-need')
    if (due === undefined) throw new Error('nothing due')
    const failing: Reaction = {
      atOnce: () => async (tx) => {
        await tx.execute(sql`insert into rankings (need_id, need_version, considered) values (${needId}, 1, 7)`)
        throw new Error('halfway')
      },
    }
    await deliver(database, log, 'rank-need', failing)(due.eventId)
    const [row] = await asSystem(database, (tx) =>
      tx.execute(
        sql`select attempts, done_at, last_error from reaction_runs where event_id = ${due.eventId} and reaction = 'rank-need'`,
      ),
    )
    expect(row).toEqual({ attempts: 1, done_at: null, last_error: 'halfway' })
    expect((await rankingOf(needId)).considered).toBe(0)
    await run(due)
    expect(names(await rankingOf(needId))).toContain('Polymer')
  })
})
