import { asSystem, insertMatchday, moveMatchday, openDatabase } from '@enlace/database'
import { asId, slotsOf, type MatchdayContent, type MatchdayId, type OrganisationId } from '@enlace/domain'
import { createIdentity, openSession } from '@enlace/identity'
import { makeMember, makeOrganisation, type TestHouse } from '@enlace/testing'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'

/** Somebody who is signed in. */
export type Signed = { readonly organisationId: OrganisationId; readonly cookie: string }
export type CrowdedMatchday = {
  readonly id: MatchdayId
  readonly agency: Signed
  readonly hosts: readonly Signed[]
  readonly visitors: readonly Signed[]
  readonly slots: number
  readonly places: number
}

const slots = 40
const madeAtOnce = 8
const visitor = { cookie: undefined, address: '127.0.0.1', userAgent: 'bench' }

const contentOf = (places: number): MatchdayContent => ({
  ...{ title: 'A crowded matchday', text: '', language: 'en', venue: 'Hall 1', timeZone: 'America/Santiago' },
  sessions: [
    { name: '', date: '2030-05-06', starts: '09:00', slotCount: slots / 2, slotMinutes: 15, pauseMinutes: 5 },
    { name: '', date: '2030-05-07', starts: '09:00', slotCount: slots / 2, slotMinutes: 15, pauseMinutes: 5 },
  ],
  places: Array.from({ length: places }, (_, at) => ({ key: `t${at}`, name: `Table ${at}`, kind: 'table', zone: '' })),
  ...{ walkingMinutes: 0, mostMeetings: 60 },
})

const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other))
/** How far to go on so that one comes by everybody before one comes back. */
function stepFor(least: number, of: number): number {
  let step = least
  while (divisor(step, of) > 1) step += 1
  return step
}

/** A published matchday in a house: every host meets somebody in every slot, and a third of the places is free. */
export async function makeCrowdedMatchday(house: TestHouse, firms: number): Promise<CrowdedMatchday> {
  const { DATABASE_URL: url = '', SECRET: secret = '' } = house.environment
  const system = openDatabase({ url, role: 'enlace_system', maxConnections: madeAtOnce })
  const pool = openDatabase({ url, role: 'enlace_identity', maxConnections: madeAtOnce })
  const owner = postgres(url, { max: 1, onnotice: () => undefined })
  const { settings } = createIdentity({ database: pool, secret, publicUrl: house.url })
  const signed = async (kind: 'agency' | 'buyer' | 'supplier', name: string): Promise<Signed> => {
    const [organisationId, userId] = await asSystem(system, async (tx) => {
      const made = await makeOrganisation(tx, kind, name)
      return [made, await makeMember(tx, made)] as const
    })
    const { cookies } = await openSession(settings, userId, visitor)
    return { organisationId, cookie: cookies.map((line) => line.split(';', 1)[0]).join('; ') }
  }
  const many = async (count: number, kind: 'buyer' | 'supplier'): Promise<Signed[]> => {
    const made: Signed[] = []
    for (let from = 0; from < count; from += madeAtOnce) {
      const ids = Array.from({ length: Math.min(madeAtOnce, count - from) }, (_, at) => from + at)
      made.push(...(await Promise.all(ids.map((number) => signed(kind, `${kind} ${number}`)))))
    }
    return made
  }
  const hostCount = Math.max(2, Math.round(firms / 10))
  const places = Math.round(hostCount * 1.5)
  const agency = await signed('agency', 'Agency')
  const [hosts, visitors] = [await many(hostCount, 'buyer'), await many(firms - hostCount, 'supplier')]
  const id = asId<MatchdayId>(uuidv7())
  const content = contentOf(places)
  const times = slotsOf(content) ?? []
  await asSystem(system, async (tx) => {
    await insertMatchday(tx, { id, organisationId: agency.organisationId, content })
    await moveMatchday(tx, id, 'published', { starts: times[0]?.starts ?? 0, ends: times.at(-1)?.ends ?? 0 })
  })
  const participants = [...hosts, ...visitors].map(({ organisationId }, at) => ({
    id: uuidv7(),
    organisationId,
    side: at < hosts.length ? 'host' : 'visitor',
  }))
  await owner`
    insert into matchday_participants (id, matchday_id, organisation_id, side, state)
    select id, ${id}, "organisationId", side, 'admitted'
    from jsonb_to_recordset(${owner.json(participants)}) as given (id uuid, "organisationId" uuid, side text)`
  // In each slot the hosts meet the next of the visitors: nobody twice in one slot, no pair twice.
  const guests = participants.slice(hosts.length)
  const step = stepFor(hosts.length, guests.length)
  const meetings = participants.slice(0, hosts.length).flatMap((host, at) =>
    Array.from({ length: slots }, (_, slot) => ({
      id: uuidv7(),
      host: host.id,
      visitor: guests[(at + slot * step) % guests.length]?.id ?? '',
      ...{ slot, place: `t${at}` },
    })),
  )
  await owner`
    insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place)
    select id, ${id}, host, visitor, slot, place
    from jsonb_to_recordset(${owner.json(meetings)}) as given (id uuid, host uuid, visitor uuid, slot int, place text)`
  await Promise.all([system.close(), pool.close(), owner.end()])
  return { id, agency, hosts, visitors, slots, places }
}
