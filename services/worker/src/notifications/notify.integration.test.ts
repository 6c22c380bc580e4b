import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { EventName, EventPayload } from '@enlace/contracts'
import {
  asSystem,
  claimUnpublished,
  openDatabase,
  markPublished,
  record,
  upsertAnswer,
  type Database,
} from '@enlace/database'
import type { Confidentiality, NeedId, OrganisationId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import {
  makeMember,
  makeNeed,
  makeOrganisation,
  makeSupplier,
  needContent,
  passportContent,
  testDatabase,
} from '@enlace/testing'

import { deliver } from '../reactions/react.ts'
import { notify } from './notify.ts'

const log = createLog('worker-test', 'silent')
let database: Database
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 6 })
})
afterAll(() => database.close())

let buyer: OrganisationId
let needId: NeedId
let suppliers: Record<'ranked' | 'low' | 'interested' | 'refused' | 'invited' | 'barred', OrganisationId>
async function setUp(confidentiality: Confidentiality): Promise<void> {
  await asSystem(database, async (tx) => {
    buyer = await makeOrganisation(tx, 'buyer', 'Mina Sur')
    needId = await makeNeed(tx, buyer, needContent({ title: 'Gravel', confidentiality }))
    const make = (name: string) => makeSupplier(tx, name, passportContent('Gravel and sand'))
    suppliers = {
      ranked: await make('Ranked'),
      low: await make('Low'),
      interested: await make('Interested'),
      refused: await make('Refused'),
      invited: await make('Invited'),
      barred: await make('Barred'),
    }
    const { ranked, low, refused, barred, interested, invited } = suppliers
    await tx.execute(sql`insert into rankings (need_id, need_version, considered) values (${needId}, 1, 4)`)
    for (const [id, rank, score] of [
      [ranked, 1, 0.9],
      [refused, 2, 0.8],
      [barred, 3, 0],
      [low, 11, 0.1],
    ] as const)
      await tx.execute(sql`insert into matches (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, body)
        values (${needId}, ${id}, ${buyer}, 1, 1, ${score}, ${score}, ${rank}, ${rank}, '{}')`)
    await tx.execute(
      sql`insert into need_invitations (need_id, supplier_id) values (${needId}, ${invited}), (${needId}, ${interested})`,
    )
    for (const [supplierId, answer] of [
      [interested, 'interested'],
      [refused, 'not-for-us'],
    ] as const)
      await upsertAnswer(tx, { needId, supplierId, answer, reason: '', by: null })
    await markPublished(tx, await claimUnpublished(tx, 1000))
  })
}
beforeEach(() => setUp('open'))

/** Records an event and lets the reaction hear it twice, as the queue may. */
async function happen<Name extends EventName>(name: Name, payload: EventPayload<Name>): Promise<void> {
  const id = await asSystem(database, (tx) => record(tx, name, payload, { organisationId: null }))
  await asSystem(database, async (tx) => markPublished(tx, await claimUnpublished(tx, 1000)))
  await Promise.all([1, 2].map(() => deliver(database, log, 'notify', notify)(id)))
}
const told = async (): Promise<unknown[]> => {
  const rows = await asSystem(database, (tx) =>
    tx.execute<{ line: string; detail: unknown }>(sql`
      select organisations.name || ' ' || notifications.kind as line, detail from notifications
      join organisations on organisations.id = organisation_id where subject = ${needId} order by organisations.name, notifications.id`),
  )
  return rows.map(({ line, detail }) => [line, detail])
}
const mailed = async (): Promise<unknown[]> => {
  const rows = await asSystem(database, (tx) =>
    tx.execute<{ line: string }>(sql`select recipient || ': ' || subject as line from mails order by id`),
  )
  return rows.map(({ line }) => line)
}

describe('an amended need', () => {
  it('is told once to those interested, invited and ranked first, not to who refused, failed or stands low', async () => {
    await happen('need.amended', { needId, organisationId: buyer, version: 2 })
    const detail = { title: 'Gravel', buyer: 'Mina Sur' }
    expect(await told()).toEqual([
      ['Interested need-amended', detail],
      ['Invited need-amended', detail],
      ['Ranked need-amended', detail],
    ])
    const [events] = await asSystem(database, (tx) =>
      tx.execute(sql`
      select count(*)::int as n from events join notifications on notifications.id = (payload ->> 'notificationId')::uuid
      where events.name = 'notification.created' and subject = ${needId}`),
    )
    expect(events).toEqual({ n: 3 })
  })

  it('is told to one that stands too low only for its rivals', async () => {
    const { low, ranked } = suppliers
    await asSystem(database, async (tx) => {
      await tx.execute(
        sql`insert into rivalries (id, organisation_id, rival_id, label) values (gen_random_uuid(), ${ranked}, ${low}, 'Low')`,
      )
    })
    await happen('need.amended', { needId, organisationId: buyer, version: 2 })
    expect((await told()).map((line) => (line as string[])[0])).toContain('Low need-amended')
  })

  it('under an alias does not name its buyer', async () => {
    await setUp('alias')
    await happen('need.amended', { needId, organisationId: buyer, version: 2 })
    expect(await told()).toContainEqual(['Ranked need-amended', { title: 'Gravel' }])
  })

  it('for invited ones is told to nobody else', async () => {
    await setUp('invited')
    await happen('need.cancelled', { needId, organisationId: buyer, version: 1 })
    expect(await told()).toEqual([
      ['Interested need-cancelled', { title: 'Gravel' }],
      ['Invited need-cancelled', { title: 'Gravel' }],
    ])
  })
})

it('an answer is told to the buyer, and interest by mail to those who act for it', async () => {
  await asSystem(database, async (tx) => {
    await makeMember(tx, buyer, 'buyer', 'ana@buyer.example')
    await makeMember(tx, buyer, 'auditor', 'audit@buyer.example')
  })
  const pair = { needId, organisationId: buyer, supplierId: suppliers.ranked }
  await happen('match.answered', { ...pair, answer: 'interested' })
  await happen('match.answered', { ...pair, answer: 'not-for-us' })
  expect(await told()).toEqual([
    ['Mina Sur match-answered', { title: 'Gravel', supplier: 'Ranked', answer: 'interested' }],
    ['Mina Sur match-answered', { title: 'Gravel', supplier: 'Ranked', answer: 'not-for-us' }],
  ])
  expect(await mailed()).toEqual(['ana@buyer.example: Ranked is interested: Gravel'])
})

it('an invitation is told to the supplier; that it was set aside is not', async () => {
  const pair = { needId, organisationId: buyer, supplierId: suppliers.low }
  await happen('match.judged', { ...pair, verdict: 'invite' })
  await happen('match.judged', { ...pair, verdict: 'dismiss' })
  expect(await told()).toEqual([['Low match-invited', { title: 'Gravel', buyer: 'Mina Sur' }]])
})
