import { setTimeout as sleep } from 'node:timers/promises'

import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ComingNeed } from '@enlace/contracts'
import { asSystem, openDatabase, rankingLimit, readNeed, readRanking, today, type Database } from '@enlace/database'
import {
  asId,
  merit,
  roomUnder,
  weightProfiles,
  type GlossaryLine,
  type NeedContent,
  type NeedId,
  type OrganisationId,
  type PassportContent,
} from '@enlace/domain'
import { connectPatient, openAnnouncer } from '@enlace/messaging'
import { createLog } from '@enlace/runtime'
import {
  makeNeed,
  makeOrganisation,
  makeSupplier,
  needContent,
  passportContent,
  testDatabase,
  testRedis,
} from '@enlace/testing'

import { settleAll, untold } from '../../test/settle.ts'
import { foreseeAnnounced } from './foresee-announced.ts'
import { rankNeed } from './rank-need.ts'
import { findMatches, type Question } from './rank.ts'
import { openRankingBooks, type RankingBooks } from './ranking-books.ts'

const log = createLog('worker-test', 'silent')
let database: Database
let books: RankingBooks
let buyer: OrganisationId
const supplier = (name: string, content: PassportContent): Promise<OrganisationId> =>
  asSystem(database, (tx) => makeSupplier(tx, name, content))

beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 8 })
  books = openRankingBooks(database)
  buyer = await asSystem(database, (tx) => makeOrganisation(tx, 'buyer'))
  await supplier('Polymer', passportContent('Acrylic dust suppressant for unpaved haul roads'))
  await supplier('Roads', passportContent('Maintenance of unpaved haul roads'))
})
afterAll(() => database.close())

/** A published need that was announced in these words, as the announcement says it. */
async function announced(content: NeedContent, said: NeedContent = content): Promise<ComingNeed> {
  const id = await asSystem(database, (tx) => makeNeed(tx, buyer, content))
  const coming = { id, organisationId: buyer, version: 1, content: said }
  await books.foresight.foresee(coming)
  return coming
}

/** What the reaction to its publication asks. */
const questionOf = (id: NeedId): Promise<Question> =>
  asSystem(database, async (tx) => {
    const need = await readNeed(tx, id)
    if (need === null) throw new Error('no such need')
    const weights = weightProfiles[need.governance]
    return { need, weights, today: await today(tx), room: roomUnder(merit, rankingLimit), lines: [] }
  })

/** Carries out what was recorded; says whether the list of a need was taken that had been worked out ahead. */
async function isTaken(id: NeedId): Promise<boolean> {
  let taken = false
  const of = async (question: Question) => {
    const found = await books.foresight.of(question)
    taken ||= found !== null && question.need.id === id
    return found
  }
  const rank = rankNeed({ ...books, foresight: { ...books.foresight, of } }, untold)
  await settleAll(database, log, { 'rank-need': rank })
  return taken
}

const namesOf = async (needId: NeedId): Promise<readonly string[] | undefined> =>
  (await asSystem(database, (tx) => readRanking(tx, needId)))?.items.map((row) => row.supplier.name)

it('is the list to the letter, and the need is ranked by it', async () => {
  const { id } = await announced(needContent({ requiredCertificates: [{ scheme: 'ISO 9001', mandatory: true }] }))
  const question = await questionOf(id)
  const foreseen = await books.foresight.of(question)
  expect(foreseen?.matches).toHaveLength(2)
  expect(foreseen).toEqual(findMatches({ suppliers: books.suppliers, index: await books.suppliers.level() }, question))
  expect([await isTaken(id), await namesOf(id)]).toEqual([true, ['Polymer', 'Roads']])
})

const haulage: GlossaryLine = {
  id: asId(uuidv7()),
  phrases: [
    { language: 'en', text: 'haul' },
    { language: 'es', text: 'acarreo' },
  ],
}

const differing: readonly [string, (question: Question) => Question][] = [
  ['a word of its text', ({ need, ...as }) => ({ ...as, need: { ...need, text: `${need.text} And gloves.` } })],
  ['a supplier country', ({ need, ...as }) => ({ ...as, need: { ...need, supplierCountries: ['PE'] } })],
  ['a ground for exclusion', ({ need, ...as }) => ({ ...as, need: { ...need, excludes: ['weapons'] } })],
  ['its version', ({ need, ...as }) => ({ ...as, need: { ...need, version: 2 } })],
  ['the weights', (as) => ({ ...as, weights: weightProfiles['buyer-driven'] })],
  ['the day', (as) => ({ ...as, today: '2020-01-01' })],
  ['the room', (as) => ({ ...as, room: { ...as.room, untried: 3 } })],
  ["its buyer's own lines", (as) => ({ ...as, lines: [haulage] })],
]

it.each(differing)('is left where %s differs from what was announced', async (_what, differ) => {
  const { id } = await announced(needContent())
  const question = await questionOf(id)
  expect(await books.foresight.of(differ(question))).toBeNull()
  expect(await books.foresight.of(question)).not.toBeNull()
})

it('is left where another need was announced than came: what is written decides', async () => {
  const { id } = await announced(
    needContent(),
    needContent({ title: 'Bread', text: 'Bread and cakes for the canteen.' }),
  )
  expect([await isTaken(id), await namesOf(id)]).toEqual([false, ['Polymer', 'Roads']])
})

it('is left where a passport came since, which has its place in the list', async () => {
  const { id } = await announced(needContent())
  await supplier('Salts', passportContent('Acrylic dust suppressant and salts for haul roads of mines'))
  expect(await isTaken(id)).toBe(false)
  expect(await namesOf(id)).toContain('Salts')
})

it('of a buyer that is not there is nothing', async () => {
  const { id, content } = await announced(needContent())
  await books.foresight.foresee({ id, organisationId: asId(uuidv7()), version: 1, content })
  expect(await books.foresight.of(await questionOf(id))).toBeNull()
})

it('is made of what comes over Redis, unless somebody waits for something here; what is no announcement is passed over', async () => {
  const redis = await testRedis()
  const [announcer, raw] = [openAnnouncer(redis), connectPatient(redis.url)]
  let isFree = false
  const listener = foreseeAnnounced(books.foresight, { redis, log, isFree: () => isFree })
  const id = await asSystem(database, (tx) => makeNeed(tx, buyer, needContent()))
  const question = await questionOf(id)
  const foreseenAfter = async (tries: number): Promise<boolean> => {
    for (let number = 0; number < tries; number += 1) {
      for (const nonsense of ['no { announcement', 'null', '{}'])
        await raw.publish(`${redis.prefix}:coming-needs`, nonsense)
      announcer.announce({ id, organisationId: buyer, version: 1, content: needContent() })
      await sleep(50)
      if ((await books.foresight.of(question)) !== null) return true
    }
    return false
  }
  expect(await foreseenAfter(10)).toBe(false)
  isFree = true
  expect(await foreseenAfter(100)).toBe(true)
  listener.close()
  announcer.close()
  raw.disconnect()
})
