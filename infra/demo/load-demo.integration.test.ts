import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openDatabase, type Database } from '@enlace/database'
import { demoEmail, demoRoles } from '@enlace/identity'
import { testDatabase } from '@enlace/testing'

import { logInDatabase } from '../audit/log-source.ts'
import { verifyLog } from '../audit/verify-log.ts'
import { asDemo } from '../seed/as-demo.ts'
import { demoSeed, generateDemo } from '../seed/generate-demo.ts'
import { isLoaded } from './is-loaded.ts'
import { loadDemo } from './load-demo.ts'

// What its people do is held against the clock, so the world is of this day.
const today = new Date().toISOString().slice(0, 10)
let url: string
let owner: postgres.Sql
let database: Database
beforeAll(async () => {
  url = await testDatabase()
  owner = postgres(url, { max: 1, onnotice: () => undefined })
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 4 })
})
afterAll(async () => {
  await database.close()
  await owner.end()
})

const counts = async (): Promise<unknown> => {
  const [row] = await owner`
    select (select count(*)::int from organisations) as organisations, (select count(*)::int from passport_versions) as passports,
      (select count(*)::int from need_versions) as needs, (select count(*)::int from events where name = 'need.published') as published,
      (select count(*)::int from agency_firms) as firms, (select count(*)::int from members) as members,
      (select count(*)::int from linkages) as linkages, (select count(*)::int from linkage_moves) as moves,
      (select count(*)::int from innovation_versions) as innovations,
      (select string_agg(state, ' ' order by state) from challenge_buyers) as asked,
      (select count(*)::int from missed_searches where words <> '' and country <> '' and region <> '') as searches`
  return row
}

it('the demo loads once, whole and with its events, however many load it at the same time', async () => {
  const demo = asDemo(generateDemo(demoSeed, today), today)
  expect(await isLoaded(url)).toBe(false)
  const loaded = await Promise.all([1, 2, 3].map(() => loadDemo(database, demo, new Date())))
  expect(loaded.filter(Boolean)).toEqual([true])
  expect(await isLoaded(url)).toBe(true)
  expect(await counts()).toEqual({
    organisations: demo.organisations.length,
    passports: demo.passports.length,
    needs: demo.needs.length,
    published: demo.needs.length,
    firms: demo.firms.length,
    members: demo.people.flatMap(({ memberOf }) => memberOf).length,
    linkages: demo.linkages.length,
    moves: demo.linkages.flatMap(({ moves }) => moves).length,
    innovations: 3,
    asked: 'asked joined joined',
    searches: demo.searches.length,
  })
})

it('its calls are bid for, opened from real keys and awarded; the demo supplier won one and lost one', async () => {
  const calls = await owner`
    select title, call_phase(calls, clock_timestamp()) as phase, sealing,
      (select count(*)::int from bids where call_id = calls.id) as bids,
      (select array_agg(organisations.name order by organisations.name) from debriefs join bids on bids.id = bid_id
        join organisations on organisations.id = bids.organisation_id where debriefs.call_id = calls.id) as told,
      (select organisations.name from awards join bids on bids.id = bid_id join organisations on organisations.id = bids.organisation_id
        where awards.call_id = calls.id and approved_at is not null) as winner
    from calls where calls.organisation_id = (select id from organisations where name = 'Cobre Austral') order by created_at`
  const told = ['Biotack Andina', 'Polímeros del Loa', 'Quimandes Dos Salares SpA']
  expect(calls.map(({ phase, sealing, bids, told: who, winner }) => [phase, sealing, bids, who, winner])).toEqual([
    ['closed', 'plain', 3, told, 'Polímeros del Loa'],
    ['standstill', 'sealed', 3, told, 'Biotack Andina'],
    ['tendering', 'sealed', 1, null, null],
    ['tendering', 'plain', 1, null, null],
  ])
  const [opened] = await owner`
    select count(*)::int as envelopes, count(fault)::int as faults, count(content)::int as read,
      (select count(*)::int from bids join calls on calls.id = call_id where received_at >= deadline) as late from bid_openings`
  expect(opened).toEqual({ envelopes: 9, faults: 0, read: 9, late: 0 })
})

it('one challenge takes proposals: one is handed in, and the demo supplier writes at its own', async () => {
  const proposals = await owner`
    select organisations.name, stage, handed_in_at is not null as handed_in from proposals
    join organisations on organisations.id = supplier_id order by name`
  expect([...proposals]).toEqual([
    { name: 'Polímeros del Loa', stage: 'screening', handed_in: false },
    { name: 'Quimandes Dos Salares SpA', stage: 'screening', handed_in: true },
  ])
})

it('of its matchdays one was held, one has its timetable out, and one waits for it to be made', async () => {
  const days = await owner`
    select state, sign(extract(epoch from starts_at - now()))::int as ahead,
      (select count(*)::int from matchday_participants where matchday_id = days.id and matchday_participants.state = 'applied') as applied,
      (select count(*)::int from matchday_plans where matchday_id = days.id) as plans,
      (select string_agg(distinct met.state, ' ' order by met.state) from matchday_meetings as met where matchday_id = days.id) as meetings,
      (select count(*)::int from no_shows where matchday_id = days.id and excused_at is not null) as excused,
      exists (select from meeting_outcomes join matchday_meetings on matchday_meetings.id = meeting_id where matchday_id = days.id) as said
    from matchdays as days order by starts_at`
  expect([...days]).toEqual([
    { state: 'closed', ahead: -1, applied: 0, plans: 1, meetings: 'cancelled held missed', excused: 2, said: true },
    { state: 'published', ahead: 1, applied: 0, plans: 1, meetings: 'planned', excused: 0, said: false },
    { state: 'open', ahead: 1, applied: 2, plans: 0, meetings: null, excused: 0, said: false },
  ])
  const together = await owner`
    select state from matchday_meetings
    where host_id in (select id from matchday_participants where organisation_id = (select id from organisations where name = 'Cobre Austral'))
      and visitor_id in (select id from matchday_participants where organisation_id = (select id from organisations where name = 'Polímeros del Loa'))
    order by state`
  expect(together.map(({ state }) => state)).toEqual(['held', 'planned'])
})

it('what was decided while it was loaded stands in a log that is sound', async () => {
  const nobody = { origin: 'enlace-audit-log/demo', publicKey: new Uint8Array(32) }
  const { findings, entries } = await verifyLog(await logInDatabase(owner), [], nobody)
  expect(findings).toEqual([])
  expect(entries).toBeGreaterThan(50)
  const receipts = await owner<{ digest: string; facts: string }[]>`
    select digest, facts from bids join audit_facts on audit_facts.index = bids.log_index`
  expect(receipts).toHaveLength(8)
  for (const { digest, facts } of receipts) expect(JSON.parse(facts)).toMatchObject({ digest, revision: 1 })
})

it('every door of the demo leads to a person who acts for an organisation', async () => {
  const people = await owner<{ email: string; kind: string }[]>`
    select users.email, organisations.kind from users join members on members.user_id = users.id
    join organisations on organisations.id = members.organisation_id
    where users.email = any(${demoRoles.map(demoEmail)}) order by users.email`
  expect([...people]).toEqual([
    { email: 'admin@demo.enlace.example', kind: 'platform' },
    { email: 'agency@demo.enlace.example', kind: 'agency' },
    { email: 'buyer@demo.enlace.example', kind: 'buyer' },
    { email: 'supplier@demo.enlace.example', kind: 'supplier' },
  ])
})
