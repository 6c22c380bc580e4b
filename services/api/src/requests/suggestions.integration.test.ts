import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { PairSuggestion, RequestSuggestion } from '@enlace/contracts'
import { asSystem } from '@enlace/database'

import { criterion, matched } from '../../test/matched.ts'
import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

type Suggested = { readonly items: RequestSuggestion[]; readonly lacks: string | null }
const suggestedTo = async (run: MatchdayRun, { client }: Signed): Promise<Suggested> =>
  (await client.get(`${run.at}/suggestions`)).body
const pairsOf = async (run: MatchdayRun): Promise<PairSuggestion[]> =>
  ((await run.agency.client.get(`${run.at}/pair-suggestions`)).body as { items: PairSuggestion[] }).items
const names = ({ items }: Suggested): unknown[] => items.map(({ participantId, title }) => [participantId, title])
const wish = (run: MatchdayRun, by: Attendee, of: Attendee, given: string) =>
  by.client.put(`${run.at}/wishes/${of.id}`, { wish: given, reason: 'Your need “Gravel”.' })

describe('suggested are', () => {
  it('those whom own matches speak for, the best first with its reasons, and nobody by the matches of others', async () => {
    const run = await MatchdayRun.open(api)
    const { buyer, one, two } = await run.three()
    await matched(api, buyer, one, 'Sand', { score: 0.3 })
    await matched(api, buyer, one, 'Gravel')
    await matched(api, buyer, two, 'Seals', { score: 0.5 })
    const away = await api.member('supplier')
    await matched(api, buyer, away, 'Pumps', { score: 0.95 })
    expect(names(await suggestedTo(run, buyer))).toEqual([
      [one.id, 'Gravel'],
      [two.id, 'Seals'],
    ])
    expect(names(await suggestedTo(run, two))).toEqual([[buyer.id, 'Seals']])
    const [first] = (await suggestedTo(run, one)).items
    expect(first).toMatchObject({ title: 'Gravel', mine: false, open: true, criteria: [criterion] })
    const outsider = await suggestedTo(run, away)
    expect(outsider).toEqual({ items: [], lacks: 'passport' })
    expect((await suggestedTo(run, buyer)).lacks).toBe(null)
    expect((await suggestedTo(run, await run.attendee('buyer'))).lacks).toBe('need')
  })

  it('no buyers by needs that hide them, and suppliers by those too, without a word of it', async () => {
    const run = await MatchdayRun.open(api)
    const { buyer, one } = await run.three()
    await matched(api, buyer, one, 'Hidden', { confidentiality: 'alias' })
    expect(await suggestedTo(run, one)).toMatchObject({ items: [] })
    expect((await suggestedTo(run, buyer)).items).toMatchObject([{ participantId: one.id, mine: true, open: false }])
    expect(await pairsOf(run)).toEqual([])
  })

  it('those alone whom neither asked nor refused, until answers are due', async () => {
    const run = await MatchdayRun.open(api, { answerBy: '2030-05-01T12:00:00Z' })
    const { buyer, one, two } = await run.three()
    const third = await run.attendee('supplier')
    for (const supplier of [one, two, third]) await matched(api, buyer, supplier, 'Gravel')
    await wish(run, buyer, one, 'no')
    await wish(run, two, buyer, 'meet')
    expect(names(await suggestedTo(run, buyer))).toEqual([[third.id, 'Gravel']])
    // Who was refused sees what it would see of silence.
    expect(names(await suggestedTo(run, one))).toEqual([[buyer.id, 'Gravel']])
    expect((await wish(run, buyer, third, 'meet')).status).toBe(200)
    expect(names(await suggestedTo(run, buyer))).toEqual([])
    await asSystem(api.system, (tx) =>
      tx.execute(
        sql`update matchdays set content = content || jsonb_build_object('answerBy', clock_timestamp()) where id = ${run.id}`,
      ),
    )
    expect(names(await suggestedTo(run, one))).toEqual([])
  })
})

it('the organiser sees pairs that an open need speaks for while neither asked; a "no" changes nothing', async () => {
  const run = await MatchdayRun.open(api)
  const { buyer, one, two } = await run.three()
  await matched(api, buyer, one, 'Gravel')
  await matched(api, buyer, two, 'Seals', { score: 0.5 })
  const pair = { hostId: buyer.id, visitorId: one.id, title: 'Gravel' }
  const second = { hostId: buyer.id, visitorId: two.id, title: 'Seals' }
  expect(await pairsOf(run)).toMatchObject([pair, second])
  // Whom it keeps apart itself is not among them; the two see what they would see of silence.
  const apart = { oneId: buyer.id, otherId: two.id }
  const { id } = (await run.agency.client.post(`${run.at}/separations`, apart)).body as { id: string }
  expect(await pairsOf(run)).toMatchObject([pair])
  expect(names(await suggestedTo(run, two))).toEqual([[buyer.id, 'Seals']])
  await run.agency.client.delete(`${run.at}/separations/${id}`)
  // Another agency is not told, in the database neither.
  const other = await api.member('agency')
  const seen = await asSystem(api.system, async (tx) => {
    await tx.execute(sql`set local role enlace_app`)
    await tx.execute(
      sql`select set_config('enlace.organisation', ${other.organisationId}, true), set_config('enlace.organisation_kind', 'agency', true)`,
    )
    return tx.execute(sql`select from matched_pairs(${run.id})`)
  })
  expect(seen.length).toBe(0)
  await wish(run, buyer, one, 'no')
  await wish(run, two, buyer, 'must')
  expect(await pairsOf(run)).toMatchObject([pair])
  expect(names(await suggestedTo(run, one))).toEqual([[buyer.id, 'Gravel']])
  await run.agency.client.post(`${run.at}/introductions`, { oneId: buyer.id, otherId: one.id, reason: 'Gravel.' })
  expect([await pairsOf(run), names(await suggestedTo(run, one))]).toEqual([[], []])
})
