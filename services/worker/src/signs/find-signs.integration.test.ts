import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  asSystem,
  claimUnpublished,
  markPublished,
  openDatabase,
  record,
  type Database,
  type Transaction,
} from '@enlace/database'
import type { CallId, OrganisationId, UserId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeMember, makeOrganisation, testDatabase } from '@enlace/testing'
import { v7 as uuidv7 } from 'uuid'

import { deliver } from '../reactions/react.ts'
import { findSigns } from './find-signs.ts'

const log = createLog('worker-test', 'silent')
let url: string
let database: Database
beforeAll(async () => {
  url = await testDatabase()
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 4 })
})
afterAll(() => database.close())

const criteria = [
  { key: 'method', envelope: 'technical', name: 'Method', weight: 60, maxScore: 10 },
  { key: 'price', envelope: 'price', name: 'Price', weight: 40, maxScore: 10 },
]
type Bid = { firm: OrganisationId; price: number; text: string; method: number; panel: readonly number[] }
type Given = {
  title: string
  days: number
  author: UserId
  evaluators: readonly UserId[]
  bids: readonly Bid[]
  winner: number
}

/** A call that was decided, as its rows are then. */
async function pastCall(tx: Transaction, buyer: OrganisationId, given: Given): Promise<CallId> {
  const id = uuidv7() as CallId
  const content = {
    kind: 'rfq',
    title: given.title,
    text: 'Seals',
    access: 'open',
    sealing: 'plain',
    envelopes: ['technical', 'price'],
    currency: 'USD',
    fields: [],
    criteria,
  }
  const deadline = new Date(Date.UTC(2026, 0, 1 + given.days)).toISOString()
  await tx.execute(sql`insert into calls (id, organisation_id, state, version, content, stage, settled, published_at)
    values (${id}, ${buyer}, 'closed', 1, ${JSON.stringify({ ...content, deadline })}::jsonb, 'price', true, '2026-01-01')`)
  await tx.execute(
    sql`insert into call_versions (call_id, version, content, published_at) values (${id}, 1, ${JSON.stringify(content)}::jsonb, '2026-01-01')`,
  )
  for (const [seat, people] of [
    ['author', [given.author]],
    ['evaluator', given.evaluators],
  ] as const)
    for (const person of people)
      await tx.execute(sql`insert into call_seats (id, call_id, seat, email, user_id, organisation_id, accepted_at)
        select gen_random_uuid(), ${id}::uuid, ${seat}, lower(email), id, ${buyer}::uuid, clock_timestamp() from users where id = ${person}`)
  for (const person of given.evaluators)
    await tx.execute(sql`insert into scorecards (call_id, envelope, user_id) values (${id}, 'technical', ${person})`)
  for (const [at, { firm, price, text, method, panel }] of given.bids.entries()) {
    const bidId = uuidv7()
    await tx.execute(sql`insert into bids (id, call_id, organisation_id, state, revision, call_version, received_at, digest)
      values (${bidId}, ${id}, ${firm}, 'submitted', 1, 1, clock_timestamp(), '')`)
    const opened = {
      technical: { answers: [{ key: 'how', text }], prices: [] },
      price: { answers: [], prices: [price] },
    }
    for (const [envelope, said] of Object.entries(opened))
      await tx.execute(sql`insert into bid_openings (bid_id, call_id, envelope, content, passed)
        values (${bidId}, ${id}, ${envelope}, ${JSON.stringify(said)}::jsonb, true)`)
    await tx.execute(
      sql`insert into bid_scores (bid_id, call_id, criterion, score) values (${bidId}, ${id}, 'method', ${method}), (${bidId}, ${id}, 'price', 5)`,
    )
    for (const [index, score] of panel.entries())
      await tx.execute(sql`insert into panel_scores (call_id, envelope, bid_id, criterion, user_id, score)
        values (${id}, 'technical', ${bidId}, 'method', ${given.evaluators[index] ?? ''}, ${score})`)
    if (at === given.winner)
      await tx.execute(sql`insert into awards (id, call_id, bid_id, reason, proposed_by, approved_by, approved_at)
        values (gen_random_uuid(), ${id}, ${bidId}, 'best', ${given.author}, ${given.author}, clock_timestamp())`)
  }
  return id
}

/** Lets the worker hear of the end of a call twice, as the queue may. */
async function end(buyer: OrganisationId, callId: CallId): Promise<void> {
  const id = await asSystem(database, (tx) =>
    record(tx, 'call.closed', { callId, organisationId: buyer, version: 1 }, { organisationId: buyer }),
  )
  await asSystem(database, async (tx) => markPublished(tx, await claimUnpublished(tx, 1000)))
  await Promise.all([1, 2].map(() => deliver(database, log, 'find-signs', findSigns)(id)))
}
const found = async (buyer: OrganisationId): Promise<string[]> => {
  const rows = await asSystem(database, (tx) =>
    tx.execute<{ line: string }>(
      sql`select kind || ' ' || cardinality(call_ids) as line from call_signs where organisation_id = ${buyer} order by 1`,
    ),
  )
  return rows.map(({ line }) => line)
}
const words = (from: string): string => Array.from({ length: 30 }, (_, at) => `${from}${at}`).join(' ')

async function market() {
  return asSystem(database, async (tx) => {
    const buyer = await makeOrganisation(tx, 'buyer', 'Mina Sur')
    const firms = [
      await makeOrganisation(tx, 'supplier', 'Uno'),
      await makeOrganisation(tx, 'supplier', 'Dos'),
      await makeOrganisation(tx, 'supplier', 'Tres'),
    ] as const
    const [author, ...evaluators] = await Promise.all(
      ['author', 'one', 'two', 'three'].map((name) =>
        makeMember(tx, buyer, 'buyer', `${name}-${uuidv7()}@buyer.example`),
      ),
    )
    if (author === undefined) throw new Error('an author was made')
    const honest: Given = {
      title: 'Seals',
      days: 20,
      author,
      evaluators,
      winner: 0,
      bids: firms.map((firm, at) => ({
        firm,
        price: 310_000 + at * 47_000 + at * at * 9_000,
        text: words(`firm${at}x`),
        method: 9 - at,
        panel: [9 - at, 9 - at, 8 - at],
      })),
    }
    return { buyer, firms, honest }
  })
}
const first = <Item>(items: readonly Item[], change: Partial<Item>): Item[] =>
  items.map((item, at) => (at === 0 ? { ...item, ...change } : item))

it('an honest call leaves no sign; each thing that was done in another one leaves its own', async () => {
  const { buyer, firms, honest } = await market()
  await end(buyer, await asSystem(database, (tx) => pastCall(tx, buyer, honest)))
  expect(await found(buyer)).toEqual([])
  const seeded: readonly [string, Given, ((tx: Transaction, id: CallId) => Promise<unknown>)?][] = [
    ['not-the-best', { ...honest, winner: 1 }],
    ['lone-score', { ...honest, bids: first(honest.bids, { panel: [9, 9, 1] }) }],
    [
      'same-text',
      { ...honest, bids: honest.bids.map((bid, at) => (at === 2 ? bid : { ...bid, text: words('copy') })) },
    ],
    ['alike-prices', { ...honest, bids: honest.bids.map((bid, at) => ({ ...bid, price: 400_000 + at * 500 })) }],
    [
      'criteria-changed',
      honest,
      async (tx, id) => {
        await tx.execute(sql`with asked as (insert into questions (call_id, place, text) values (${id}, 1, 'Which?') returning id)
          insert into question_askers (question_id, call_id, organisation_id, asked_at) select id, ${id}::uuid, ${firms[0]}::uuid, '2026-01-03' from asked`)
        await tx.execute(sql`insert into call_versions (call_id, version, content, published_at)
          select call_id, 2, jsonb_set(content, '{criteria,0,weight}', '70'), '2026-01-05' from call_versions where call_id = ${id}`)
      },
    ],
  ]
  const soFar: string[] = []
  for (const [kind, given, further] of seeded) {
    await end(
      buyer,
      await asSystem(database, async (tx) => {
        const id = await pastCall(tx, buyer, given)
        await further?.(tx, id)
        return id
      }),
    )
    soFar.push(`${kind} 1`)
    expect(await found(buyer)).toEqual(soFar.toSorted())
  }
  // One member of two bidders; the firms that never won have lost to the same often enough by now, too.
  await asSystem(database, async (tx) => {
    const [, two, three] = firms
    const both = await makeMember(tx, two, 'owner', `both-${uuidv7()}@gmail.com`)
    await tx.execute(sql`insert into members (user_id, organisation_id, role) values (${both}, ${three}, 'bidder')`)
  })
  await end(buyer, await asSystem(database, (tx) => pastCall(tx, buyer, honest)))
  expect(await found(buyer)).toContain('shared-people 7')
})

it('are read by the platform and the auditors of the buyer, not by its owners, nor by a bidder; with the rows open they would be', async () => {
  const { buyer, firms, honest } = await market()
  await end(buyer, await asSystem(database, (tx) => pastCall(tx, buyer, { ...honest, winner: 1 })))
  const people = await asSystem(database, async (tx) => ({
    auditor: await makeMember(tx, buyer, 'auditor', `audit-${uuidv7()}@buyer.example`),
    owner: await makeMember(tx, buyer, 'owner', `owner-${uuidv7()}@buyer.example`),
    bidder: await makeMember(tx, firms[0], 'owner', `bid-${uuidv7()}@firm.example`),
  }))
  const connection = postgres(url, { onnotice: () => undefined })
  const seen = async (organisation: string, kind: string, user: string): Promise<number> => {
    const [row] = await connection.begin(async (tx) => {
      await tx`set local role enlace_app`
      await tx`select set_config('enlace.organisation', ${organisation}, true), set_config('enlace.organisation_kind', ${kind}, true),
        set_config('enlace.user', ${user}, true)`
      return tx`select count(*)::int as n from call_signs where organisation_id = ${buyer}`
    })
    return (row as { n: number }).n
  }
  const all = async (): Promise<number[]> => [
    await seen(firms[1], 'platform', people.owner),
    await seen(buyer, 'buyer', people.auditor),
    await seen(buyer, 'buyer', people.owner),
    await seen(firms[0], 'supplier', people.bidder),
  ]
  expect(await all()).toEqual([1, 1, 0, 0])
  await connection`create policy leak on call_signs for select to enlace_app using (true)`
  expect(await all()).toEqual([1, 1, 1, 1])
  await connection`drop policy leak on call_signs`
  await connection.end()
})
