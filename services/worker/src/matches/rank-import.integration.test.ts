import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { asSystem, claimUnpublished, openDatabase, markPublished, record, type Database } from '@enlace/database'
import { asId, type EventId, type ImportId, type NeedId, type OrganisationId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testDatabase } from '@enlace/testing'

import { deliver } from '../reactions/react.ts'
import { rankImport } from './rank-import.ts'
import { openRankingBooks } from './ranking-books.ts'

const log = createLog('worker-test', 'silent')
let database: Database
let agencyId: OrganisationId
const needs: NeedId[] = []

beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 6 })
  await asSystem(database, async (tx) => {
    agencyId = await makeOrganisation(tx, 'agency')
    const buyer = await makeOrganisation(tx, 'buyer')
    for (let n = 0; n < 25; n += 1) needs.push(await makeNeed(tx, buyer, needContent()))
    await makeSupplier(tx, 'Polymer', passportContent('Acrylic dust suppressant for unpaved haul roads'))
  })
})
afterAll(() => database.close())

let event: EventId
beforeEach(async () => {
  event = await asSystem(database, async (tx) => {
    await markPublished(tx, await claimUnpublished(tx, 1000))
    const id = asId<ImportId>(uuidv7())
    await record(
      tx,
      'passports.imported',
      { organisationId: agencyId, importId: id, count: 1 },
      { organisationId: agencyId },
    )
    const [claimed] = await claimUnpublished(tx, 1)
    if (claimed === undefined) throw new Error('the event was recorded')
    await markPublished(tx, [claimed])
    return claimed.id
  })
})

const run = (): Promise<void> =>
  deliver(database, log, 'rank-import', rankImport(database, openRankingBooks(database)))(event)
/** How often each need was told to be matched anew since the import. */
const told = async (): Promise<number[]> => {
  const rows = await asSystem(database, (tx) =>
    tx.execute<{ n: number }>(sql`
      select count(events.id)::int as n from needs left join events on events.name = 'need.matched'
        and events.payload ->> 'needId' = needs.id::text and events.occurred_at > (select occurred_at from events where id = ${event})
      group by needs.id`),
  )
  return rows.map((row) => row.n)
}
const stateOf = async (): Promise<unknown> => {
  const [row] = await asSystem(database, (tx) =>
    tx.execute(
      sql`select done_at is not null as done, cursor from reaction_runs where event_id = ${event} and reaction = 'rank-import'`,
    ),
  )
  return row
}

it('an import ranks every open need once, however often and by however many it is delivered', async () => {
  await Promise.all([run(), run()])
  await run()
  await run()
  expect(await told()).toEqual(needs.map(() => 1))
  expect(await stateOf()).toEqual({ done: true, cursor: needs.toSorted().at(-1) })
  const [listed] = await asSystem(database, (tx) => tx.execute(sql`select count(*)::int as n from matches`))
  expect(listed).toEqual({ n: needs.length })
})

it('ranking for an import goes on behind the slice that a killed worker left', async () => {
  const sorted = needs.toSorted()
  await asSystem(database, (tx) =>
    tx.execute(
      sql`update reaction_runs set cursor = ${sorted[19] ?? ''} where event_id = ${event} and reaction = 'rank-import'`,
    ),
  )
  await run()
  expect((await told()).toSorted((a, b) => a - b)).toEqual([
    ...Array.from({ length: 20 }, () => 0),
    ...Array.from({ length: 5 }, () => 1),
  ])
  expect(await stateOf()).toMatchObject({ done: true })
})
