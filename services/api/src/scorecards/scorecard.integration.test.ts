import type { Moderation, OpenedBid, PanelProgress, ScoringWork } from '@enlace/contracts'
import { asActor, asSystem, openDatabase, type Database } from '@enlace/database'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { nth } from '../../test/call-world.ts'
import {
  declare,
  emailOf,
  fillIn,
  openedBids,
  score,
  scorecardOf,
  scoringWorld,
  submit,
  type Scoring,
} from '../../test/scoring-world.ts'
import { startApi, type Client, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let app: Database
let buyer: Signed
beforeAll(async () => {
  api = await startApi()
  app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
  buyer = await api.member('buyer')
}, 60_000)
afterAll(async () => {
  await app.close()
  await api.close()
})

const codeOf = ({ status, body }: { status: number; body: unknown }): unknown => [
  status,
  (body as { code?: string } | null)?.code,
]
const moderation = (client: Client, { call }: Scoring) => client.get(`/api/calls/${call.id}/moderation`)
const settle = (client: Client, { call, bidIds }: Scoring, scores: object = {}) =>
  client.post(`/api/calls/${call.id}/settle`, {
    envelope: 'technical',
    bids: bidIds.map((bidId) => ({ bidId, passed: true, ...scores })),
  })
/** How many scores of others, or of all, somebody's own SQL reads in a call. */
const scoresRead = (who: Signed, { call }: Scoring): Promise<number> =>
  asActor(app, { kind: 'member', role: 'owner', organisationKind: 'buyer', ...who } as never, async (tx) => {
    const rows = await tx.execute(sql`select from panel_scores where call_id = ${call.id}`)
    return rows.length
  })

describe('a panel', () => {
  it('scores blind, is moderated with reasons, and settles by what it gave alone', async () => {
    const world = await scoringWorld(api, buyer)
    const { call, bidIds, evaluators } = world
    const [ana, ben, eva] = evaluators as [Signed, Signed, Signed]
    const work = (await ana.client.get('/api/scorecards')).body as { items: ScoringWork[] }
    expect(work.items).toMatchObject([{ callId: call.id, bids: 3, criteria: 1, scored: 0, words: 9, declared: false }])
    const undeclared = await scorecardOf(ana.client, call)
    expect(undeclared.bids.map(({ content }) => content)).toEqual([null, null, null])
    expect(JSON.stringify(await openedBids(ana.client, call))).not.toContain('Seal of')
    expect(codeOf(await score(ana.client, call, bidIds[0], 5))).toEqual([409, 'scorecard.undeclared'])
    await fillIn(ana.client, world, [8, 6, 7])
    expect(JSON.stringify(await scorecardOf(ana.client, call))).toContain('Seal of 700')
    await declare(ben.client, call)
    await score(ben.client, call, bidIds[0], 3)
    await score(ben.client, call, bidIds[0], 4)
    expect(codeOf(await moderation(ben.client, world))).toEqual([409, 'scorecard.blind'])
    expect(codeOf(await moderation(buyer.client, world))).toEqual([409, 'scorecard.blind'])
    expect(codeOf(await settle(buyer.client, world))).toEqual([409, 'scorecard.blind'])
    const early = (await moderation(ana.client, world)).body as Moderation
    expect(
      new Set(early.bids.flatMap((bid) => bid.criteria.flatMap((one) => one.scores.map((s) => s.userId)))),
    ).toEqual(new Set([ana.userId]))
    const panel = (await buyer.client.get(`/api/calls/${call.id}/panel`)).body as PanelProgress
    expect(panel.panel.map(({ userId, pending }) => [userId, pending])).toEqual(
      expect.arrayContaining([
        [ana.userId, false],
        [ben.userId, true],
        [eva.userId, true],
      ]),
    )
    expect(codeOf(await submit(ben.client, call))).toEqual([422, 'scorecard.incomplete'])
    await fillIn(ben.client, world, [8, 6, 6])
    await fillIn(eva.client, world, [1, 6, 8])

    const table = (await moderation(buyer.client, world)).body as Moderation
    const rows = table.bids.map(({ criteria: [one] }) => [one?.median, one?.final])
    expect(rows[0]).toEqual([8, 8])
    expect(table.bids[0]?.criteria[0]?.scores.filter(({ outlier }) => outlier)).toHaveLength(1)
    expect([rows[1]?.[0], rows[2]?.[0], table.open]).toEqual([6, 7, true])
    expect([table.agreement.icc, table.agreement.pairs.length]).toEqual([expect.any(Number), 3])
    const moderate = (given: object) =>
      buyer.client.put(`/api/calls/${call.id}/moderation`, { bidId: bidIds[0], criterion: 'method', ...given })
    expect(codeOf(await moderate({ score: 7 }))).toEqual([422, 'input.invalid'])
    expect(codeOf(await moderate({ score: 11, reason: 'More.' }))).toEqual([422, 'input.invalid'])
    expect(codeOf(await moderate({ score: 7, reason: 'One page was read in another language.' }))).toEqual([
      200,
      undefined,
    ])
    expect(codeOf(await settle(buyer.client, world, { scores: [{ criterion: 'method', score: 10 }] }))).toEqual([
      422,
      'input.invalid',
    ])
    const settled = await settle(buyer.client, world)
    expect((settled.body as { items: OpenedBid[] }).items.map(({ scores }) => scores[0]?.score)).toEqual([7, 6, 7])
    expect(codeOf(await score(ana.client, call, bidIds[0], 5))).toEqual([409, 'call.phase'])
    expect(codeOf(await moderate({ score: 9, reason: 'Later.' }))).toEqual([409, 'call.phase'])
  }, 90_000)

  it('refuses a score outside its scale, one by two criteria unknown, and one after the card is in', async () => {
    const world = await scoringWorld(api, buyer)
    const [ana] = world.evaluators as [Signed]
    const { call, bidIds } = world
    await declare(ana.client, call)
    expect(codeOf(await score(ana.client, call, bidIds[0], 11))).toEqual([422, 'input.invalid'])
    expect(codeOf(await score(ana.client, call, bidIds[0], -1))).toEqual([422, 'input.invalid'])
    expect(codeOf(await score(ana.client, call, bidIds[0], 1.5))).toEqual([422, 'input.invalid'])
    expect(codeOf(await score(ana.client, call, bidIds[0], 1, { criterion: 'price' }))).toEqual([
      404,
      'thing.not-found',
    ])
    await fillIn(ana.client, world, [1, 2, 3])
    expect(codeOf(await score(ana.client, call, bidIds[0], 5))).toEqual([409, 'scorecard.final'])
    expect(codeOf(await submit(ana.client, call))).toEqual([409, 'scorecard.final'])
    expect(codeOf(await declare(ana.client, call))).toEqual([409, 'scorecard.final'])
    expect(codeOf(await score(buyer.client, call, bidIds[0], 5))).toEqual([403, 'identity.forbidden'])
    expect((await scorecardOf(ana.client, call)).bids.map(({ scores }) => scores[0]?.score)).toEqual([1, 2, 3])
    // Two outside the scale, three on a card that is final, one without a seat: each attempt stands in the log.
    const attempts = await asSystem(api.system, (tx) =>
      tx.execute(sql`select from audit_entries where body like '%audit.denied%' and body like ${`%${call.id}%`}`),
    )
    expect(attempts).toHaveLength(6)
  })

  it('is blind in SQL too, and would not be without its policy', async () => {
    const world = await scoringWorld(api, buyer)
    const [ana, ben] = world.evaluators as [Signed, Signed]
    await fillIn(ana.client, world, [1, 2, 3])
    await declare(ben.client, world.call)
    await score(ben.client, world.call, world.bidIds[0], 9)
    const read = async (): Promise<number[]> => [
      await scoresRead(ana, world),
      await scoresRead(ben, world),
      await scoresRead(buyer, world),
    ]
    // Her own three; his own one; nothing for the author.
    expect(await read()).toEqual([3, 1, 0])
    const admin = openDatabase({ url: api.url, role: 'none' as never, maxConnections: 1 })
    try {
      await admin.sql`create policy no_longer_blind on panel_scores for select to enlace_app using (true)`
      expect(await read()).toEqual([4, 4, 4])
    } finally {
      await admin.sql`drop policy no_longer_blind on panel_scores`
      await admin.close()
    }
    expect(await read()).toEqual([3, 1, 0])
  })
})

describe('a conflict of interest', () => {
  it('that is declared takes one bid away, and the rest is handed in', async () => {
    const world = await scoringWorld(api, buyer, { panel: 2 })
    const { call, bidIds } = world
    const [ana, ben] = world.evaluators as [Signed, Signed]
    await declare(ana.client, call, [{ bidId: bidIds[1], text: 'My brother works there.' }])
    const card = await scorecardOf(ana.client, call)
    expect(card.bids.map(({ content, conflict }) => [content !== null, conflict?.kind ?? null])).toEqual([
      [true, null],
      [false, 'declared'],
      [true, null],
    ])
    expect(JSON.stringify(await openedBids(ana.client, call))).not.toContain('Seal of 700')
    expect(codeOf(await score(ana.client, call, bidIds[1], 5))).toEqual([403, 'bid.conflict'])
    await score(ana.client, call, bidIds[0], 5)
    await score(ana.client, call, bidIds[2], 7)
    expect(codeOf(await submit(ana.client, call))).toEqual([200, undefined])
    await fillIn(ben.client, world, [7, 4, 9])
    const table = (await moderation(buyer.client, world)).body as Moderation
    expect(table.bids.map((bid) => [bid.recused.map(({ kind }) => kind), bid.criteria[0]?.final])).toEqual([
      [[], 6],
      [['declared'], 4],
      [[], 8],
    ])
    // What he gave the bid that she keeps away from is not shown to her either.
    const hers = (await moderation(ana.client, world)).body as Moderation
    expect(hers.bids.map((bid) => bid.criteria[0]?.scores.length)).toEqual([2, 0, 2])
  })

  it('of everybody is told to the author, who names somebody else', async () => {
    const world = await scoringWorld(api, buyer, { panel: 1, prices: [10, 20] })
    const { call, bidIds } = world
    const [ana] = world.evaluators as [Signed]
    await declare(ana.client, call, [{ bidId: bidIds[0], text: 'I advised this firm.' }])
    await score(ana.client, call, bidIds[1], 5)
    await submit(ana.client, call)
    const panel = (await buyer.client.get(`/api/calls/${call.id}/panel`)).body as PanelProgress
    expect(panel.unscored).toHaveLength(1)
    expect(codeOf(await settle(buyer.client, world))).toEqual([422, 'scorecard.incomplete'])
    const ben = await api.colleague(buyer.organisationId, 'assessor')
    await buyer.client.post(`/api/calls/${call.id}/seats`, {
      seat: 'evaluator',
      email: await emailOf(api.system, ben.userId),
    })
    await fillIn(ben.client, world, [4, 6])
    const settled = (await settle(buyer.client, world)).body as { items: OpenedBid[] }
    expect(settled.items.map(({ scores }) => scores[0]?.score)).toEqual([4, 5.5])
  })

  it('of the author leaves the moderation to another one, and hides the bid', async () => {
    const world = await scoringWorld(api, buyer, { panel: 1, prices: [10, 20] })
    const [ana] = world.evaluators as [Signed]
    await fillIn(ana.client, world, [4, 6])
    const firm = nth(world.firms, 0)
    const domain = (await emailOf(api.system, buyer.userId)).split('@')[1] ?? ''
    const moved = (to: string) =>
      asSystem(api.system, (tx) =>
        tx.execute(sql`update users set email = ${`${firm.userId}@${to}`} where id = ${firm.userId}`),
      )
    await moved(domain)
    expect(JSON.stringify(await openedBids(buyer.client, world.call))).not.toContain('Seal of 10"')
    expect(codeOf(await settle(buyer.client, world))).toEqual([403, 'bid.conflict'])
    await moved('elsewhere.example')
    expect(codeOf(await settle(buyer.client, world))).toEqual([200, undefined])
  })
})
