import { asActor, asSystem, openDatabase, type Database } from '@enlace/database'
import type { BidId, OrganisationId } from '@enlace/domain'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { nth } from '../../test/call-world.ts'
import { scoringWorld, type Scoring } from '../../test/scoring-world.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let app: Database
let world: Scoring
let rivalFirm: Signed
beforeAll(async () => {
  api = await startApi()
  app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
  world = await scoringWorld(api, await api.member('buyer'), { panel: 2 })
  rivalFirm = await api.member('supplier')
  await asSystem(api.system, (tx) =>
    tx.execute(sql`insert into declarations (call_id, user_id)
      select call_id, user_id from call_seats where call_id = ${world.call.id} and seat = 'evaluator'`),
  )
}, 90_000)
afterAll(async () => {
  await app.close()
  await api.close()
})

const domains = ['mina.example', 'sellos.example', 'gmail.com', 'bombas.example'] as const
/** What ties a panel to three bidders: all of it drawn, nothing of it taken from the rule under test. */
const ties = fc.record({
  evaluatorMail: fc.tuple(fc.constantFrom(...domains), fc.constantFrom(...domains)),
  bidderMail: fc.tuple(fc.constantFrom(...domains), fc.constantFrom(...domains), fc.constantFrom(...domains)),
  /** Evaluators who are members of a bidder too. */
  members: fc.uniqueArray(fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 2 })), { maxLength: 2, selector: String }),
  /** Evaluators who are members of a firm that bids nowhere. */
  elsewhere: fc.subarray([0, 1]),
  /** Bidders that this firm named as a rival, or that named it. */
  walls: fc.uniqueArray(fc.tuple(fc.boolean(), fc.nat({ max: 2 })), { maxLength: 2, selector: String }),
  merged: fc.option(fc.nat({ max: 2 })),
  declared: fc.uniqueArray(fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 2 })), { maxLength: 1, selector: String }),
})
type Ties = typeof ties extends fc.Arbitrary<infer Value> ? Value : never

/** Whether a pair is tied, written out by hand. */
const isTied = (drawn: Ties, evaluator: number, bidder: number): boolean => {
  const mail = drawn.evaluatorMail[evaluator]
  const member = (of: number): boolean => drawn.members.some(([who, firm]) => who === evaluator && firm === of)
  const atElsewhere = drawn.elsewhere.includes(evaluator)
  return (
    member(bidder) ||
    (mail !== 'gmail.com' && mail === drawn.bidderMail[bidder]) ||
    // As a member of a bidder one brings one's own address into it.
    drawn.members.some(([who, firm]) => firm === bidder && mail !== 'gmail.com' && drawn.evaluatorMail[who] === mail) ||
    (atElsewhere && (drawn.merged === bidder || drawn.walls.some(([, rival]) => rival === bidder))) ||
    drawn.declared.some(([who, of]) => who === evaluator && of === bidder)
  )
}

const organisationOf = (bidder: number): OrganisationId => nth(world.firms, bidder).organisationId
const userOf = (evaluator: number) => nth(world.evaluators, evaluator).userId
const bidOf = (bidder: number): BidId => nth(world.bidIds, bidder)

/** Makes the rows say what was drawn, and nothing of what was drawn before. */
const tie = (drawn: Ties): Promise<void> =>
  asSystem(api.system, async (tx) => {
    const elsewhere = rivalFirm.organisationId
    for (const one of [0, 1]) {
      await tx.execute(sql`update users set email = ${`e${one}@${drawn.evaluatorMail[one]}`} where id = ${userOf(one)}`)
      await tx.execute(sql`delete from members where user_id = ${userOf(one)} and organisation_id not in
        (select organisation_id from calls where id = ${world.call.id})`)
    }
    for (const [at, firm] of world.firms.entries())
      await tx.execute(sql`update users set email = ${`f${at}@${drawn.bidderMail[at]}`} where id = ${firm.userId}`)
    await tx.execute(sql`delete from rivalries`)
    await tx.execute(sql`delete from supplier_merges`)
    await tx.execute(sql`delete from recusals`)
    const join = (organisation: OrganisationId, evaluator: number) =>
      tx.execute(
        sql`insert into members (organisation_id, user_id, role) values (${organisation}, ${userOf(evaluator)}, 'bidder')`,
      )
    for (const [evaluator, bidder] of drawn.members) await join(organisationOf(bidder), evaluator)
    for (const evaluator of drawn.elsewhere) await join(elsewhere, evaluator)
    for (const [byFirm, bidder] of drawn.walls) {
      const [namer, rival] = byFirm ? [elsewhere, organisationOf(bidder)] : [organisationOf(bidder), elsewhere]
      await tx.execute(sql`insert into rivalries (id, organisation_id, rival_id, label) values (gen_random_uuid(), ${namer}, ${rival}, 'A rival')
        on conflict do nothing`)
    }
    if (drawn.merged !== null)
      await tx.execute(sql`insert into supplier_merges (id, agency_id, survivor_id, absorbed_id, before, after)
        values (gen_random_uuid(), ${elsewhere}, ${organisationOf(drawn.merged)}, ${elsewhere}, '{}', '')`)
    for (const [evaluator, bidder] of drawn.declared)
      await tx.execute(sql`insert into recusals (call_id, bid_id, user_id, text)
        values (${world.call.id}, ${bidOf(bidder)}, ${userOf(evaluator)}, 'A tie.')`)
  })

/** Whether an evaluator's own SQL reads what a bid says, and whether it may score it. */
const passes = async (evaluator: number, bidder: number): Promise<readonly [boolean, boolean]> => {
  const actor = {
    kind: 'member',
    role: 'assessor',
    organisationKind: 'buyer',
    ...nth(world.evaluators, evaluator),
  }
  const reads = await asActor(app, actor as never, async (tx) => {
    const rows = await tx.execute(sql`select content from bid_openings where bid_id = ${bidOf(bidder)}`)
    return rows.length > 0
  })
  const scores = await asActor(app, actor as never, (tx) =>
    tx.execute(sql`insert into panel_scores (call_id, envelope, bid_id, criterion, user_id, score)
      values (${world.call.id}, 'technical', ${bidOf(bidder)}, 'method', ${userOf(evaluator)}, 5)
      on conflict (bid_id, criterion, user_id) do update set score = 6`),
  ).then(
    () => true,
    () => false,
  )
  return [reads, scores]
}
const pairs = [0, 1].flatMap((evaluator) => [0, 1, 2].map((bidder) => [evaluator, bidder] as const))

/** Pairs that SQL treats otherwise than it must. */
async function strays(drawn: Ties): Promise<string[]> {
  await tie(drawn)
  const wrong = []
  for (const [evaluator, bidder] of pairs) {
    const free = !isTied(drawn, evaluator, bidder)
    const [reads, scores] = await passes(evaluator, bidder)
    if (reads !== free || scores !== free) wrong.push(`${evaluator} ${bidder} ${free} ${reads} ${scores}`)
  }
  return wrong
}

it('keeps every evaluator from every bid that he is tied to, and from no other, in SQL', async () => {
  let [tied, free] = [0, 0]
  await fc.assert(
    fc.asyncProperty(ties, async (drawn) => {
      for (const [evaluator, bidder] of pairs)
        if (isTied(drawn, evaluator, bidder)) tied += 1
        else free += 1
      expect(await strays(drawn)).toEqual([])
    }),
    { numRuns: 25, endOnFailure: true },
  )
  expect(Math.min(tied, free)).toBeGreaterThan(10)
}, 120_000)

it('would be found where a tie is overlooked', async () => {
  const admin = openDatabase({ url: api.url, role: 'none' as never, maxConnections: 1 })
  const [before] = await admin.sql`select pg_get_functiondef('conflict_of(uuid, uuid)'::regprocedure) as text`
  try {
    await admin.sql.unsafe(
      String(before?.['text']).replace(/or bidder\.id = any|when exists \(select from own join bidder/, (found) =>
        found.replace('exists', 'false and exists'),
      ),
    )
    const failed = await fc.check(
      fc.asyncProperty(ties, async (drawn) => (await strays(drawn)).length === 0),
      { numRuns: 25, endOnFailure: true, seed: 7 },
    )
    expect(failed.failed).toBe(true)
  } finally {
    await admin.sql.unsafe(String(before?.['text']))
    await admin.close()
  }
}, 120_000)
