import {
  asSystem,
  attend,
  bookMeeting,
  insertMatchday,
  moveMatchday,
  settleParticipant,
  type Database,
} from '@enlace/database'
import {
  asId,
  type MatchdayContent,
  type MatchdayId,
  type MatchdayParticipantId,
  type MeetingId,
  type OrganisationId,
} from '@enlace/domain'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { meetTheBuyers } from './matchday-people.ts'

const slotCount = 12
const content: MatchdayContent = {
  ...meetTheBuyers,
  sessions: [{ name: 'Day', date: '2030-05-06', starts: '09:00', slotCount, slotMinutes: 20, pauseMinutes: 5 }],
  places: ['t1', 't2', 't3', 't4', 't5'].map((key, at) => ({ key, name: `Table ${at + 1}`, kind: 'table', zone: 'A' })),
}

/** A published matchday at which each of these buyers meets five of these suppliers, with the same meetings every time. */
export const publishedDay = (
  system: Database,
  agency: OrganisationId,
  buyers: readonly OrganisationId[],
  suppliers: readonly OrganisationId[],
): Promise<MatchdayId> =>
  asSystem(system, async (tx) => {
    const id = asId<MatchdayId>(uuidv7())
    await insertMatchday(tx, { id, organisationId: agency, content })
    const span = { starts: Date.parse('2030-05-06T13:00:00Z'), ends: Date.parse('2030-05-06T18:00:00Z') }
    await moveMatchday(tx, id, 'open', span)
    const come = async (organisationId: OrganisationId, side: 'host' | 'visitor'): Promise<MatchdayParticipantId> => {
      const own = asId<MatchdayParticipantId>(uuidv7())
      await attend(tx, { id: own, matchdayId: id, organisationId, side, away: [], languages: [], note: '' })
      await settleParticipant(tx, own, 'admitted')
      return own
    }
    const hosts: MatchdayParticipantId[] = []
    for (const buyer of buyers) hosts.push(await come(buyer, 'host'))
    const visitors: MatchdayParticipantId[] = []
    for (const supplier of suppliers) visitors.push(await come(supplier, 'visitor'))
    for (const [at, hostId] of hosts.entries())
      for (let slot = 0; slot < 5; slot += 1) {
        const visitorId = visitors[(at * 3 + slot) % visitors.length]
        if (visitorId === undefined) throw new Error('no visitor')
        const meeting = { id: asId<MeetingId>(uuidv7()), hostId, visitorId, slot: (slot + at) % 5, place: `t${at + 1}` }
        if ((await bookMeeting(tx, id, meeting)) !== null) throw new Error('the meetings of the test overlap')
      }
    await moveMatchday(tx, id, 'published', span)
    return id
  })

export type EndOfDay = {
  readonly meetings: readonly {
    readonly name: string
    readonly slot: number
    readonly place: string
    readonly state: string
  }[]
  readonly here: readonly string[]
  /** In the order of time, each with what became of it. */
  readonly operations: readonly { readonly deed: string; readonly outcome: string; readonly reason: string | null }[]
  /** Of participants and of places. */
  readonly overlaps: number
}

/** All that the database holds of a day, without the ids that differ from one day to the next. */
export const endOf = (system: Database, id: MatchdayId): Promise<EndOfDay> =>
  asSystem(system, async (tx) => {
    const meetings = await tx.execute<EndOfDay['meetings'][number] & Record<string, unknown>>(sql`
      select a.name || ' – ' || b.name as name, m.slot, m.place, m.state from matchday_meetings as m
        join matchday_participants as h on h.id = host_id join organisations as a on a.id = h.organisation_id
        join matchday_participants as v on v.id = visitor_id join organisations as b on b.id = v.organisation_id
      where m.matchday_id = ${id} order by 1`)
    const here = await tx.execute<{ name: string }>(sql`
      select distinct firm.name from matchday_operations as o join matchday_participants as p on p.id::text = o.content ->> 'participantId'
        join organisations as firm on firm.id = p.organisation_id
      where o.matchday_id = ${id} and o.kind = 'check-in' and o.outcome = 'applied' order by 1`)
    const operations = await tx.execute<EndOfDay['operations'][number] & Record<string, unknown>>(sql`
      select o.kind || ' ' || coalesce(firm.name, host_firm.name || ' – ' || visitor_firm.name || ' ' || (o.content ->> 'slot') || ' ' || (o.content ->> 'place')) as deed,
        o.outcome, o.reason
      from matchday_operations as o
        left join matchday_participants as p on p.id::text = o.content ->> 'participantId' left join organisations as firm on firm.id = p.organisation_id
        left join matchday_meetings as m on m.id::text = o.content ->> 'meetingId'
        left join matchday_participants as h on h.id = m.host_id left join organisations as host_firm on host_firm.id = h.organisation_id
        left join matchday_participants as v on v.id = m.visitor_id left join organisations as visitor_firm on visitor_firm.id = v.organisation_id
      where o.matchday_id = ${id} order by o.at, o.id`)
    const [found] = await tx.execute<{ overlaps: number }>(sql`
      select count(*)::int as overlaps from matchday_meetings as one join matchday_meetings as other
        on other.matchday_id = one.matchday_id and other.id > one.id and other.slot = one.slot
          and (other.place = one.place or other.host_id = one.host_id or other.visitor_id = one.visitor_id)
      where one.matchday_id = ${id} and one.state in ('planned', 'held') and other.state in ('planned', 'held')`)
    return {
      meetings: [...meetings],
      here: here.map(({ name }) => name),
      operations: [...operations],
      overlaps: found?.overlaps ?? -1,
    }
  })
