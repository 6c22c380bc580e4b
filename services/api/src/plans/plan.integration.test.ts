import type { MatchdayView, PlanComparisonView } from '@enlace/contracts'
import { asSystem, keepPlan, listPlans, type BookedMeeting } from '@enlace/database'
import type { MatchdayPlanId } from '@enlace/domain'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let run: MatchdayRun
let three: { readonly buyer: Attendee; readonly one: Attendee; readonly two: Attendee }
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())
beforeEach(async () => {
  run = await MatchdayRun.open(api)
  three = await run.three()
  await run.agree(three.buyer, three.one)
  await run.agree(three.buyer, three.two)
})

const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code]
const meet = (visitor: Attendee, slot: number, place = 't1'): BookedMeeting => ({
  ...{ hostId: three.buyer.id, visitorId: visitor.id, slot, place },
})
const send = (path: string, body: object = {}): Promise<Answer> => run.agency.client.post(`${run.at}${path}`, body)
const view = async (): Promise<MatchdayView> => (await run.agency.client.get(run.at)).body

/** A plan that was asked for with this and came to these meetings. */
async function plan(meetings: readonly BookedMeeting[], wish: object = {}): Promise<MatchdayPlanId> {
  expect((await send('/plans', wish)).status).toBe(201)
  return asSystem(api.system, async (tx) => {
    const [asked] = await listPlans(tx, run.id, 1)
    if (asked === undefined) throw new Error('no plan was asked for')
    const unplaced = [three.one, three.two]
      .filter(({ id }) => meetings.every(({ visitorId }) => visitorId !== id))
      .map(({ id }) => ({ hostId: three.buyer.id, visitorId: id, must: true, cause: 'chosen' }))
    await keepPlan(tx, asked.id, { meetings, unplaced, breaks: 0 })
    return asked.id
  })
}
const publish = (id: MatchdayPlanId): Promise<Answer> => send(`/plans/${id}/publish`)
/** What one side sees of its meetings. */
async function seenBy(who: Attendee): Promise<(readonly [number, string])[]> {
  const { items } = (await who.client.get(`${run.at}/meetings`)).body as { items: { slot: number; state: string }[] }
  return items.filter(({ state }) => state !== 'cancelled').map(({ slot, state }) => [slot, state] as const)
}

it('makes one plan at a time, which can be ended or called off', async () => {
  await send('/plans', { name: 'Quick', seconds: 30 })
  const asked = (await view()).plans[0]
  expect(asked).toMatchObject({ state: 'asked', name: 'Quick', seconds: 30 })
  expect(codeOf(await send('/plans'))).toEqual([409, 'matchday.planning'])
  expect((await send(`/plans/${asked?.id}/stop`, { how: 'take' })).status).toBe(200)
  expect((await send(`/plans/${asked?.id}/stop`, { how: 'call-off' })).status).toBe(200)
  expect((await view()).plans).toEqual([])
  const made = await plan([meet(three.one, 0)])
  expect(codeOf(await send(`/plans/${made}/stop`, { how: 'take' }))).toEqual([409, 'plan.made'])
  expect((await send('/plans', { seconds: 7 })).status).toBe(422)
})

it('publishes no plan that assumes what is not so, until that is taken over', async () => {
  const assumed = { tables: 4, mostMeetings: 9 }
  const id = await plan([meet(three.one, 0, 'more-4')], { assumed })
  expect((await view()).plans[0]?.differs).toEqual(['tables', 'mostMeetings'])
  expect(codeOf(await publish(id))).toEqual([409, 'plan.assumed'])
  expect((await send(`/plans/${id}/take-over`)).status).toBe(200)
  const after = await view()
  expect(after.content.places.map(({ key }) => key)).toEqual(['t1', 't2', 't3', 'more-4'])
  expect(after.content.mostMeetings).toBe(9)
  expect(after.plans[0]?.differs).toEqual([])
  expect((await publish(id)).status).toBe(200)
  // Fewer tables, and who is not there, are not for the organiser to take over.
  const fewer = await plan([meet(three.one, 0)], { assumed: { tables: 1, absent: [three.two.id] } })
  await send(`/plans/${fewer}/take-over`)
  expect((await view()).plans[0]?.differs).toEqual(['tables', 'absent'])
  expect(codeOf(await publish(fewer))).toEqual([409, 'plan.assumed'])
})

it('goes back step by step to what was before, for both sides', async () => {
  const first = await plan([meet(three.one, 0)])
  await publish(first)
  const second = await plan([meet(three.one, 5), meet(three.two, 6)])
  await publish(second)
  expect(await seenBy(three.one)).toEqual([[5, 'planned']])
  const states = async () => new Map((await view()).plans.map(({ id, state }) => [id, state]))
  expect(await states()).toEqual(
    new Map([
      [second, 'published'],
      [first, 'made'],
    ]),
  )
  // Of another than the published one there is nothing to undo.
  expect(codeOf(await send(`/plans/${first}/undo`))).toEqual([409, 'plan.built-on'])
  expect((await send(`/plans/${second}/undo`)).status).toBe(200)
  expect(await seenBy(three.one)).toEqual([[0, 'planned']])
  expect(await seenBy(three.two)).toEqual([])
  expect(await states()).toEqual(
    new Map([
      [second, 'made'],
      [first, 'published'],
    ]),
  )
  expect((await send(`/plans/${first}/undo`)).status).toBe(200)
  expect(await seenBy(three.one)).toEqual([])
  expect((await view()).state).toBe('open')
  expect((await publish(second)).status).toBe(200)
})

it('undoes nothing that was built on, and nothing once the day has begun', async () => {
  const id = await plan([meet(three.one, 0)])
  await publish(id)
  expect((await three.two.client.post(`${run.at}/meetings`, { participantId: three.buyer.id })).status).toBe(201)
  expect(codeOf(await send(`/plans/${id}/undo`))).toEqual([409, 'plan.built-on'])
  expect(await seenBy(three.one)).toEqual([[0, 'planned']])
  const again = await plan([meet(three.one, 1), meet(three.two, 2)])
  await publish(again)
  await asSystem(api.system, (tx) =>
    tx.execute(`update matchdays set starts_at = now() - interval '1 minute' where id = '${run.id}'`),
  )
  expect(codeOf(await send(`/plans/${again}/undo`))).toEqual([409, 'matchday.begun'])
})

it('sets two plans side by side for its organiser alone', async () => {
  const one = await plan([meet(three.one, 0)])
  const other = await plan([meet(three.one, 2), meet(three.two, 4)])
  const path = `${run.at}/plans/${one}/compare/${other}`
  const compared = (await run.agency.client.get(path)).body as PlanComparisonView
  expect(compared).toMatchObject({ moved: 1, gained: 1, lost: 0 })
  expect(compared.figures.map(({ placed, breaks, without }) => [placed, breaks, without])).toEqual([
    [1, 0, 1],
    [2, 1, 0],
  ])
  expect(compared.changes.map(({ participantId, meetings }) => [participantId, ...meetings])).toEqual([
    [three.buyer.id, 1, 2],
    [three.two.id, 0, 1],
  ])
  expect((await three.buyer.client.get(path)).status).toBe(403)
})
