import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  asSystem,
  claimUnpublished,
  insertMatchday,
  markPublished,
  openDatabase,
  record,
  type Database,
} from '@enlace/database'
import { asId, type MatchdayId, type OrganisationId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeMember, makeOrganisation, testDatabase } from '@enlace/testing'

import { notify } from '../notifications/notify.ts'
import { deliver } from '../reactions/react.ts'

let database: Database
let organisationId: OrganisationId
let firm: OrganisationId
const matchdayId = asId<MatchdayId>(uuidv7())
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 3 })
  await asSystem(database, async (tx) => {
    organisationId = await makeOrganisation(tx, 'agency', 'Agencia Sur')
    firm = await makeOrganisation(tx, 'supplier', 'Bombas')
    await makeMember(tx, firm, 'bidder', 'ana@bombas.example')
    await makeMember(tx, firm, 'auditor', 'audit@bombas.example')
    const content = {
      ...{ title: 'Meet the\nbuyers', text: '', language: 'en', venue: '', timeZone: 'UTC', sessions: [], places: [] },
      ...{ walkingMinutes: 0, mostMeetings: 60 },
    }
    await insertMatchday(tx, { id: matchdayId, organisationId, content })
  })
})
afterAll(() => database.close())

/** Lets the reaction hear of it twice, as the queue may. */
async function happen(again: boolean): Promise<void> {
  const id = await asSystem(database, async (tx) => {
    const event = await record(
      tx,
      'firms.invited',
      { matchdayId, organisationId, firms: [firm], again },
      { organisationId },
    )
    await markPublished(tx, await claimUnpublished(tx, 1000))
    return event
  })
  await Promise.all([1, 2].map(() => deliver(database, createLog('test', 'silent'), 'notify', notify)(id)))
}
const told = (): Promise<unknown> =>
  asSystem(database, async (tx) => [
    ...(await tx.execute(
      sql`select kind, detail ->> 'organiser' as organiser from notifications where organisation_id = ${firm} order by id`,
    )),
  ])
const mailed = (): Promise<unknown> =>
  asSystem(database, async (tx) => [
    ...(await tx.execute(
      sql`select recipient, subject from mails where recipient like '%@bombas.example' order by id`,
    )),
  ])

it('invited firms are told once by a notice, and those who act for them by mail', async () => {
  await happen(false)
  expect(await told()).toEqual([{ kind: 'matchday-invited', organiser: 'Agencia Sur' }])
  expect(await mailed()).toEqual([
    { recipient: 'ana@bombas.example', subject: 'Agencia Sur invites you: Meet the buyers' },
  ])
})

it('a reminder has words of its own', async () => {
  await happen(true)
  expect(await told()).toEqual([
    { kind: 'matchday-invited', organiser: 'Agencia Sur' },
    { kind: 'matchday-reminded', organiser: 'Agencia Sur' },
  ])
  expect(await mailed()).toHaveLength(2)
})
