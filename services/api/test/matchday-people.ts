import type { MatchdayParticipantView, MatchdayView } from '@enlace/contracts'
import { asSystem, keepPlan, listPlans, type BookedMeeting } from '@enlace/database'
import type { MatchdayId, MatchdayParticipantId, MatchdayPlanId, OrganisationKind, Wish } from '@enlace/domain'

import { sql } from 'drizzle-orm'

import type { Answer, People, Signed } from './test-api.ts'

/** A day in May 2030 with two sessions of four slots each and three tables in two zones. */
export const meetTheBuyers = {
  ...{ title: 'Meet the buyers', text: 'Mining services.', language: 'en', venue: 'Hall 1, Antofagasta' },
  timeZone: 'America/Santiago',
  sessions: [
    { name: 'Morning', date: '2030-05-06', starts: '09:00', slotCount: 4, slotMinutes: 20, pauseMinutes: 5 },
    { name: 'Afternoon', date: '2030-05-06', starts: '14:00', slotCount: 4, slotMinutes: 20, pauseMinutes: 5 },
  ],
  places: [
    { key: 't1', name: 'Table 1', kind: 'table', zone: 'A' },
    { key: 't2', name: 'Table 2', kind: 'table', zone: 'A' },
    { key: 't3', name: 'Table 3', kind: 'table', zone: 'B' },
  ],
  ...{ walkingMinutes: 5, mostMeetings: 60 },
}

/** Of a matchday with so many slots and as many tables as buyers. */
export const roomFor = (buyers: number, slotCount: number) => ({
  sessions: [{ ...meetTheBuyers.sessions[0], slotCount }],
  places: Array.from({ length: buyers }, (_, n) => ({ key: `t${n}`, name: `Table ${n}`, kind: 'table', zone: '' })),
})

export type Attendee = Signed & { readonly id: MatchdayParticipantId }

/** A matchday of an agency, open for firms. */
export class MatchdayRun {
  readonly people: People
  readonly agency: Signed
  readonly id: MatchdayId
  readonly at: string

  constructor(people: People, agency: Signed, id: MatchdayId) {
    this.people = people
    this.agency = agency
    this.id = id
    this.at = `/api/matchdays/${id}`
  }

  static async open(people: People, given: object = {}, organiser?: Signed): Promise<MatchdayRun> {
    const agency = organiser ?? (await people.member('agency'))
    const content = { ...meetTheBuyers, ...given }
    const { id } = (await agency.client.post('/api/matchdays', { content })).body as MatchdayView
    const opened = await agency.client.post(`/api/matchdays/${id}/state`, { to: 'open' })
    if (opened.status !== 200) throw new Error(JSON.stringify(opened.body))
    return new MatchdayRun(people, agency, id)
  }

  /** A firm that registered and was let in. */
  async attendee(kind: OrganisationKind, given: object = {}, firm?: Signed): Promise<Attendee> {
    const signed = firm ?? (await this.people.member(kind))
    const { id } = (await signed.client.put(`${this.at}/participation`, given)).body as MatchdayParticipantView
    const admitted = await this.agency.client.put(`${this.at}/participants/${id}`, { state: 'admitted' })
    if (admitted.status !== 200) throw new Error(JSON.stringify(admitted.body))
    return { ...signed, id }
  }

  /** A buyer and two suppliers who were let in. */
  async three(): Promise<{ readonly buyer: Attendee; readonly one: Attendee; readonly two: Attendee }> {
    const [buyer, one] = [await this.attendee('buyer'), await this.attendee('supplier')]
    return { buyer, one, two: await this.attendee('supplier') }
  }

  /** So many buyers and suppliers of whom everybody wants everybody, at a published timetable without meetings. */
  async crowd(buyers: number, suppliers: number): Promise<readonly [Attendee[], Attendee[]]> {
    const hosts: Attendee[] = []
    const visitors: Attendee[] = []
    for (let n = 0; n < buyers; n += 1) hosts.push(await this.attendee('buyer'))
    for (let n = 0; n < suppliers; n += 1) visitors.push(await this.attendee('supplier'))
    await asSystem(this.people.system, (tx) =>
      tx.execute(sql`
        insert into matchday_wishes (matchday_id, by_id, of_id, wish)
        select one.matchday_id, one.id, other.id, 'meet' from matchday_participants as one
          join matchday_participants as other on other.matchday_id = one.matchday_id and other.side <> one.side
        where one.matchday_id = ${this.id}`),
    )
    await this.publish([])
    return [hosts, visitors]
  }

  wish = async (by: Attendee, of: Attendee, wish: Wish | null, reason = ''): Promise<MatchdayParticipantView> =>
    (await by.client.put(`${this.at}/wishes/${of.id}`, { wish, reason })).body

  async agree(one: Attendee, other: Attendee): Promise<void> {
    await this.wish(one, other, 'meet')
    await this.wish(other, one, 'meet')
  }

  /** Says that a meeting falls out. */
  fallOut = (by: Signed, meetingId: string | undefined, kind: 'missed' | 'called-off'): Promise<Answer> =>
    by.client.post(`${this.at}/incidents`, { report: { kind, meetingId } })

  /** A timetable with these meetings, as the worker would have made it. */
  async keepPlan(meetings: readonly BookedMeeting[]): Promise<MatchdayPlanId> {
    await this.agency.client.post(`${this.at}/plans`, {})
    return asSystem(this.people.system, async (tx) => {
      const [plan] = await listPlans(tx, this.id, 1)
      if (plan === undefined) throw new Error('no plan was asked for')
      await keepPlan(tx, plan.id, { meetings, unplaced: [], breaks: 0 })
      return plan.id
    })
  }

  /** Publishes a timetable with these meetings. */
  async publish(meetings: readonly BookedMeeting[]): Promise<void> {
    const planId = await this.keepPlan(meetings)
    const published = await this.agency.client.post(`${this.at}/plans/${planId}/publish`, {})
    if (published.status !== 200) throw new Error(JSON.stringify(published.body))
  }

  /** Lets the day begin an hour ago, wherever its sessions stand in the calendar. */
  begin = (): Promise<unknown> =>
    asSystem(this.people.system, (tx) =>
      tx.execute(sql`update matchdays set starts_at = now() - interval '1 hour' where id = ${this.id}`),
    )
}
