import { afterAll, beforeAll, expect, it } from 'vitest'

import { topic } from '@enlace/contracts'
import {
  asSystem,
  claimUnpublished,
  openDatabase,
  openTopic,
  readAsSystem,
  readNotesAfter,
  recordTold,
  type Database,
  type NumberedNote,
} from '@enlace/database'
import type { NeedId, OrganisationId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { settleAll } from '../../test/settle.ts'
import type { Wake } from '../reactions/reaction.ts'
import { rankNeed } from './rank-need.ts'
import { openRankingBooks } from './ranking-books.ts'

const log = createLog('worker-test', 'silent')
let database: Database
let buyer: OrganisationId
let supplier: OrganisationId

beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 4 })
  await asSystem(database, async (tx) => {
    supplier = await makeSupplier(tx, 'Polymer', passportContent('Acrylic dust suppressant for unpaved haul roads'))
    buyer = await makeOrganisation(tx, 'buyer')
  })
})
afterAll(() => database.close())

/** Posts a need to whose list and to whose supplier's own somebody listens, and has it ranked. */
async function ranked(wake: Wake): Promise<NeedId> {
  const needId = await asSystem(database, (tx) => makeNeed(tx, buyer, needContent()))
  for (const heard of [topic.need(needId), topic.organisation(supplier)])
    await readAsSystem(database, (reader) => openTopic(reader, heard))
  await settleAll(database, log, { 'rank-need': rankNeed(openRankingBooks(database), wake) })
  return needId
}
const kept = (needId: NeedId) =>
  readAsSystem(database, (reader) => readNotesAfter(reader, new Map([[topic.need(needId), 0]]), 10))
const runs = (needId: NeedId) =>
  readAsSystem(database, (reader) =>
    reader.execute(sql`
      select reaction_runs.done_at is not null as done, last_error from reaction_runs join events on id = event_id
      where reaction = 'rank-need' and payload ->> 'needId' = ${needId}`),
  )

it('a list is numbered with its ranking and told once that is committed, and nothing is left to the relay', async () => {
  const told: (NumberedNote & { readonly committed: number })[] = []
  const needId = await ranked(async (notes) => {
    for (const note of notes) told.push({ ...note, committed: (await kept(note.subject as NeedId)).length })
  })
  expect(told.map(({ topic: heard, name, committed }) => [heard, name, committed])).toEqual([
    [topic.need(needId), 'ranking.changed', 1],
    [topic.organisation(supplier), 'feed.changed', 1],
  ])
  expect((await kept(needId)).map(({ seq, name }) => [seq, name])).toEqual([[told[0]?.seq, 'ranking.changed']])
  expect(await asSystem(database, (tx) => claimUnpublished(tx, 10))).toEqual([])
})

it('with nobody to tell it to, the list stands, its note is found by looking, and the reaction is done', async () => {
  const needId = await ranked(() => Promise.reject(new Error('Redis is away')))
  expect([await kept(needId), await runs(needId)]).toMatchObject([
    [{ seq: 1, name: 'ranking.changed' }],
    [{ done: true, last_error: null }],
  ])
})

it('an event that obliges somebody is left to the relay', async () => {
  const needId = await asSystem(database, (tx) => makeNeed(tx, buyer, needContent()))
  const payload = { needId, organisationId: buyer, version: 1 }
  const telling = asSystem(database, (tx) => recordTold(tx, 'need.published', payload, { organisationId: buyer }))
  await expect(telling).rejects.toThrow('the relay reminds')
})
