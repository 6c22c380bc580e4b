import { asSystem, insertMatchday, moveMatchday, type Database } from '@enlace/database'
import { asId, type MatchdayId, type OrganisationId } from '@enlace/domain'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'

export type LargeMatchday = {
  readonly hosts: number
  readonly visitors: number
  readonly slots: number
  readonly meetings: number
  /** Places beyond one for each host. */
  readonly spare?: number
}

/**
 * A published matchday of an organiser in which every host has a place of its own and meetings in its first slots; the
 * last slots are free for everybody. Each visitor is with one host at a time.
 */
export async function makeLargeMatchday(
  database: Database,
  url: string,
  organiser: OrganisationId,
  { hosts, visitors, slots, meetings, spare = 0 }: LargeMatchday,
): Promise<{ readonly id: MatchdayId; readonly firms: readonly OrganisationId[] }> {
  const id = asId<MatchdayId>(uuidv7())
  const places = Array.from({ length: hosts + spare }, (_, at) => ({
    ...{ key: `t${at}`, name: `Table ${at + 1}`, kind: 'table' as const, zone: `Hall ${Math.floor(at / 50) + 1}` },
  }))
  const date = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const session = { name: '', date, starts: '08:00', slotCount: slots, slotMinutes: 10, pauseMinutes: 2 }
  await asSystem(database, async (tx) => {
    await insertMatchday(tx, {
      id,
      organisationId: organiser,
      content: {
        ...{ title: 'A large matchday', text: '', language: 'en', venue: '', timeZone: 'UTC' },
        ...{ sessions: [session], places, walkingMinutes: 0, mostMeetings: slots },
      },
    })
    const starts = Date.parse(`${date}T08:00:00Z`)
    await moveMatchday(tx, id, 'published', { starts, ends: starts + slots * 12 * 60_000 })
  })
  const owner = postgres(url, { onnotice: () => undefined, max: 1 })
  await owner.begin(async (sql) => {
    await sql`create temporary table comers on commit drop as
      select n, gen_random_uuid() as firm, gen_random_uuid() as participant from generate_series(0, ${hosts + visitors - 1}::int) as n`
    await sql`grant select on comers to enlace_system`
    await sql`set local role enlace_system`
    await sql`insert into organisations (id, kind, name, slug)
      select firm, case when n < ${hosts}::int then 'buyer' else 'supplier' end,
        case when n < ${hosts}::int then 'Mina ' else 'Proveedora ' end || n, 'comer-' || n from comers`
    await sql`insert into matchday_participants (id, matchday_id, organisation_id, side, state)
      select participant, ${id}, firm, case when n < ${hosts}::int then 'host' else 'visitor' end, 'admitted' from comers`
    await sql`insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place)
      select gen_random_uuid(), ${id}, host.participant, visitor.participant, meeting.n / ${hosts}::int, 't' || host.n
      from generate_series(0, ${meetings - 1}::int) as meeting (n)
        join comers as host on host.n = meeting.n % ${hosts}::int
        join comers as visitor on visitor.n = ${hosts}::int + (host.n + 31 * (meeting.n / ${hosts}::int)) % ${visitors}::int`
  })
  const firms = await owner<{ firm: OrganisationId }[]>`
    select organisation_id as firm from matchday_participants where matchday_id = ${id} order by side, id`
  await owner.end()
  return { id, firms: firms.map(({ firm }) => firm) }
}
