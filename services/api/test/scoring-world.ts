import { asSystem, type Database } from '@enlace/database'
import type { CallView, OpenedBid, Scorecard } from '@enlace/contracts'
import type { BidId, UserId } from '@enlace/domain'
import { sql } from 'drizzle-orm'

import { bidders, passDeadline, publishedCall } from './call-world.ts'
import type { Client, Signed, TestApi } from './test-api.ts'

export const emailOf = async (system: Database, userId: UserId): Promise<string> => {
  const [row] = await asSystem(system, (tx) =>
    tx.execute<{ email: string }>(sql`select email from users where id = ${userId}`),
  )
  return row?.email ?? ''
}

export type Scoring = {
  readonly call: CallView
  readonly firms: readonly Signed[]
  readonly bidIds: readonly BidId[]
  readonly evaluators: readonly Signed[]
}

/**
 * A call whose first envelope is open and scored by a panel of its own. It is opened as a plain one, which needs no
 * keys, and sealed from then on: what holds for a sealed call's scoring is decided by its content.
 */
export async function scoringWorld(
  api: TestApi,
  buyer: Signed,
  { prices = [900, 700, 800], panel = 3, sealed = true, given = {} } = {},
): Promise<Scoring> {
  const call = await publishedCall(buyer.client, given)
  const evaluators = []
  for (let at = 0; at < panel; at++) {
    const one = await api.colleague(buyer.organisationId, 'assessor')
    const named = await buyer.client.post(`/api/calls/${call.id}/seats`, {
      seat: 'evaluator',
      email: await emailOf(api.system, one.userId),
    })
    if (named.status !== 201) throw new Error(JSON.stringify(named.body))
    evaluators.push(one)
  }
  const made = await bidders(api, call, prices)
  await passDeadline(api, call.id)
  const opened = await buyer.client.post(`/api/calls/${call.id}/releases`, { envelope: 'technical', shares: [] })
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body))
  await asSystem(api.system, async (tx) => {
    await tx.execute(
      sql`delete from call_seats where call_id = ${call.id} and seat = 'evaluator' and user_id = ${buyer.userId}`,
    )
    if (sealed)
      await tx.execute(sql`update calls set content = content || '{"sealing":"sealed"}' where id = ${call.id}`)
    // The update took the deadline from the content again; it stays passed.
    await tx.execute(sql`update calls set deadline = clock_timestamp() - interval '1 second' where id = ${call.id}`)
  })
  return { call, firms: made.map(({ firm }) => firm), bidIds: made.map(({ receipt }) => receipt.bidId), evaluators }
}

export const scorecardOf = async (client: Client, call: CallView): Promise<Scorecard> =>
  (await client.get(`/api/calls/${call.id}/scorecard`)).body
export const declare = (client: Client, call: CallView, conflicts: readonly object[] = []) =>
  client.post(`/api/calls/${call.id}/scorecard/declaration`, { conflicts })
export const score = (client: Client, call: CallView, bidId: BidId | undefined, points: number, given: object = {}) =>
  client.put(`/api/calls/${call.id}/scorecard/scores`, {
    bidId,
    criterion: 'method',
    score: points,
    comment: `Worth ${points}.`,
    ...given,
  })
export const submit = (client: Client, call: CallView) => client.post(`/api/calls/${call.id}/scorecard/submit`, {})
/** Declares nothing, scores every bid by its place, and hands the card in. */
export async function fillIn(client: Client, scoring: Scoring, scores: readonly number[]): Promise<void> {
  await declare(client, scoring.call)
  for (const [at, bidId] of scoring.bidIds.entries()) {
    const answer = await score(client, scoring.call, bidId, scores[at] ?? 0)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
  const answer = await submit(client, scoring.call)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}
export const openedBids = async (client: Client, call: CallView): Promise<readonly OpenedBid[]> =>
  ((await client.get(`/api/calls/${call.id}/bids`)).body as { items: OpenedBid[] }).items
