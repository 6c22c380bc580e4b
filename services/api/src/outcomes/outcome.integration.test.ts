import type { MeetingView, NoShowView, OutcomeView } from '@enlace/contracts'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { max: 1, onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]

type Met = { run: MatchdayRun; buyer: Attendee; one: Attendee; meeting: MeetingView }
/** A buyer and a supplier who have a meeting on a day that has begun. */
async function met(): Promise<Met> {
  const run = await MatchdayRun.open(api)
  const [buyer, one] = [await run.attendee('buyer'), await run.attendee('supplier')]
  await run.publish([{ hostId: buyer.id, visitorId: one.id, slot: 0, place: 't1' }])
  await run.begin()
  const { items } = (await buyer.client.get(`${run.at}/meetings`)).body as { items: [MeetingView] }
  return { run, buyer, one, meeting: items[0] }
}
const say = ({ run, meeting }: Met, by: Signed, said: object): Promise<Answer> =>
  by.client.put(`${run.at}/meetings/${meeting.id}/outcome`, { held: 'held', revision: 0, ...said })
const outcomesOf = async ({ run }: Met, by: Signed): Promise<OutcomeView[]> =>
  ((await by.client.get(`${run.at}/outcomes`)).body as { items: OutcomeView[] }).items
const noShowsOf = async (by: Signed): Promise<NoShowView[]> =>
  ((await by.client.get('/api/no-shows')).body as { items: NoShowView[] }).items
const stateOf = async ({ run, meeting, buyer }: Met): Promise<string | undefined> =>
  ((await buyer.client.get(`${run.at}/meetings`)).body as { items: MeetingView[] }).items.find(
    ({ id }) => id === meeting.id,
  )?.state

describe('what became of a meeting', () => {
  it('is said by each side apart; only what both say counts, and it makes the meeting held', async () => {
    const day = await met()
    const full = {
      ...{ interest: 'quote', nextStep: 'Sends a quote', nextBy: 'them', nextOn: '2031-01-02', note: 'Too dear.' },
      value: { amountMinor: 500_000, currency: 'USD' },
    }
    const mine = (await say(day, day.buyer, full)).body as OutcomeView
    expect(mine).toMatchObject({ ...full, held: 'held', verdict: 'waiting', revision: 1 })
    expect(await stateOf(day)).toBe('planned')
    // Before it says its own, the other side does not even know that there is an answer.
    expect(await outcomesOf(day, day.one)).toMatchObject([{ held: null, verdict: 'open', note: '', revision: 0 }])
    expect((await say(day, day.one, { interest: 'none' })).body).toMatchObject({ verdict: 'held' })
    expect(await stateOf(day)).toBe('held')
    const told =
      await owner`select name from events where payload ->> 'meetingId' = ${day.meeting.id} and name = 'meeting.held'`
    expect(told.length).toBe(1)
    // And afterwards nothing of it but whether both say the same.
    const seen = JSON.stringify([
      await outcomesOf(day, day.one),
      (await day.run.agency.client.get(`${day.run.at}/results`)).body,
    ])
    for (const secret of ['Too dear', 'Sends a quote', '2031-01-02', '500000']) expect(seen).not.toContain(secret)
  })

  it('is what was saved last and of the revision that stands, and can be taken back', async () => {
    const day = await met()
    await say(day, day.buyer, { interest: 'order' })
    expect(codeOf(await say(day, day.buyer, { interest: 'none' }))).toEqual([412, 'thing.changed'])
    expect((await say(day, day.buyer, { held: null, revision: 1 })).body).toMatchObject({
      ...{ held: null, interest: null, verdict: 'open', revision: 2 },
    })
  })

  it('is said neither before the day, nor of what is cancelled, nor by anybody who was not to meet', async () => {
    const day = await met()
    const stranger = await day.run.attendee('supplier')
    expect(codeOf(await say(day, stranger, {}))).toEqual([404, 'thing.not-found'])
    expect(codeOf(await say(day, day.run.agency, {}))).toEqual([403, 'identity.forbidden'])
    await owner`update matchdays set starts_at = now() + interval '1 hour' where id = ${day.run.id}`
    expect(codeOf(await say(day, day.buyer, {}))).toEqual([409, 'outcome.early'])
    await day.run.begin()
    await day.run.fallOut(day.buyer, day.meeting.id, 'called-off')
    expect(codeOf(await say(day, day.buyer, {}))).toEqual([409, 'meeting.state'])
  })

  it('is kept from the organiser and the other side in the database too', async () => {
    const day = await met()
    await say(day, day.buyer, { note: 'Mine alone' })
    const notes = (organisation: string, kind: string) =>
      owner.begin(async (sql) => {
        await sql`set local role enlace_app`
        await sql`select set_config('enlace.organisation', ${organisation}, true), set_config('enlace.organisation_kind', ${kind}, true)`
        return (await sql`select note from meeting_outcomes where meeting_id = ${day.meeting.id}`).map(
          ({ note }) => note as string,
        )
      })
    expect(await notes(day.buyer.organisationId, 'buyer')).toEqual(['Mine alone'])
    expect(await notes(day.one.organisationId, 'supplier')).toEqual([])
    expect(await notes(day.run.agency.organisationId, 'agency')).toEqual([])
  })
})

describe('an absence', () => {
  it('is noted once, is known to the firm and the organiser alone, and is withdrawn by whoever noted it', async () => {
    const day = await met()
    await say(day, day.buyer, { held: 'they-absent' })
    await say(day, day.buyer, { held: 'they-absent', revision: 1 })
    const [entry] = await noShowsOf(day.one)
    expect(entry).toMatchObject({ mine: true, witness: 'host', byItself: false, state: 'counts', excuse: null })
    expect((await noShowsOf(day.run.agency)).map(({ id, mine }) => [id, mine])).toEqual([[entry?.id, false]])
    for (const other of [day.buyer, await api.member('agency'), await api.member('supplier')])
      expect(await noShowsOf(other)).toEqual([])
    const told =
      await owner`select payload from events where name = 'no-show.noted' and payload ->> 'matchdayId' = ${day.run.id}`
    expect(told.length).toBe(1)
    await say(day, day.buyer, { held: 'held', revision: 2 })
    expect((await noShowsOf(day.one)).map(({ state }) => state)).toEqual(['withdrawn'])
  })

  it('does not count where the firm itself says otherwise, until the organiser decides', async () => {
    const day = await met()
    await say(day, day.buyer, { held: 'they-absent' })
    await say(day, day.one, {})
    const [entry] = await noShowsOf(day.one)
    expect(entry?.state).toBe('disputed')
    const decide = (by: Signed, accepted: boolean): Promise<Answer> =>
      by.client.put(`/api/no-shows/${entry?.id}/decision`, { accepted, reason: 'The door saw nobody.' })
    expect(codeOf(await decide(day.one, true))).toEqual([403, 'identity.forbidden'])
    expect(codeOf(await decide(day.buyer, true))).toEqual([404, 'thing.not-found'])
    expect((await decide(day.run.agency, false)).body).toMatchObject({ state: 'counts' })
  })

  it('is excused by the firm and decided on by the organiser, each doing its own part alone', async () => {
    const day = await met()
    await day.run.fallOut(day.buyer, day.meeting.id, 'missed')
    const [entry] = await noShowsOf(day.one)
    const excuse = (by: Signed): Promise<Answer> =>
      by.client.put(`/api/no-shows/${entry?.id}/excuse`, { kind: 'travel', text: 'The pass was closed.' })
    expect(codeOf(await excuse(day.run.agency))).toEqual([403, 'identity.forbidden'])
    expect((await excuse(day.one)).body).toMatchObject({ excuse: { kind: 'travel', text: 'The pass was closed.' } })
    const decided = await day.run.agency.client.put(`/api/no-shows/${entry?.id}/decision`, {
      ...{ accepted: true, reason: 'It was on the news.' },
    })
    expect(decided.body).toMatchObject({
      state: 'excused',
      decision: { accepted: true, reason: 'It was on the news.' },
    })
    expect(codeOf(await excuse(day.one))).toEqual([409, 'no-show.decided'])
    const accept = owner.begin(async (sql) => {
      await sql`set local role enlace_app`
      await sql`select set_config('enlace.organisation', ${day.one.organisationId}, true), set_config('enlace.organisation_kind', 'supplier', true)`
      await sql`update no_shows set accepted = false where id = ${entry?.id ?? ''}`
    })
    await expect(accept).rejects.toThrow('does not decide on its own excuse')
  })

  it('is noted by the organiser of a firm that did not come at all, and lapses after twelve months', async () => {
    const day = await met()
    const note = (by: Signed): Promise<Answer> =>
      by.client.post(`${day.run.at}/no-shows`, { participantId: day.one.id })
    expect(codeOf(await note(day.buyer))).toEqual([403, 'identity.forbidden'])
    expect(codeOf(await note(await api.member('agency')))).toEqual([404, 'thing.not-found'])
    await note(day.run.agency)
    expect((await note(day.run.agency)).body).toMatchObject({
      items: [{ witness: 'organiser', state: 'counts', other: null }],
    })
    const age = async (months: string): Promise<string[]> => {
      await owner`update no_shows set noted_at = now() - ${months}::interval where matchday_id = ${day.run.id}`
      return (await noShowsOf(day.one)).map(({ state }) => state)
    }
    expect(await age('11 months 27 days')).toEqual(['counts'])
    expect(await age('12 months 1 day')).toEqual(['lapsed'])
  })
})
