import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import {
  asSystem,
  claimUnpublished,
  endNeed,
  insertSavedSearch,
  markPublished,
  openDatabase,
  publishVersion,
  record,
  setAlertHours,
  type Database,
} from '@enlace/database'
import {
  asId,
  type EntryId,
  type EventId,
  type ImportId,
  type NeedContent,
  type NeedId,
  type OrganisationId,
  type Rhythm,
  type SavedSearchId,
  type SearchedThings,
  type UserId,
} from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import {
  makeMember,
  makeNeed,
  makeOrganisation,
  makeSupplier,
  needContent,
  passportContent,
  testDatabase,
} from '@enlace/testing'

import { deliver } from '../reactions/react.ts'
import { findAlerts } from './find-alerts.ts'
import { tellDue } from './tell-due.ts'

const log = createLog('worker-test', 'silent')
const publicUrl = 'https://enlace.example'
const program = fileURLToPath(new URL('../../test/tell.main.ts', import.meta.url))
let url: string
let owner: postgres.Sql
let database: Database
let buyer: OrganisationId
let supplier: OrganisationId
let person: UserId
let number = 0

beforeAll(async () => {
  url = await testDatabase()
  owner = postgres(url, { onnotice: () => undefined })
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 12 })
})
afterAll(async () => {
  await database.close()
  await owner.end()
})
beforeEach(async () => {
  number += 1
  await owner`delete from saved_searches`
  await owner`delete from mails`
  await owner`delete from notifications`
  await asSystem(database, async (tx) => {
    buyer = await makeOrganisation(tx, 'buyer', 'Mina Sur')
    supplier = await makeOrganisation(tx, 'supplier', 'Bombas')
    person = await makeMember(tx, supplier, 'bidder', `rosa${number}@people.example`)
  })
})

type Saved = {
  rhythm?: Rhythm
  words?: readonly string[]
  terms?: string[][]
  searched?: SearchedThings
  of?: UserId
  by?: OrganisationId
}
/** Saves a search for pumps, of the supplier's person unless told otherwise. */
async function save(given: Saved = {}): Promise<SavedSearchId> {
  const { rhythm = 'instant', words = ['pump'], terms = [], searched = 'needs', of = person, by = supplier } = given
  const id = asId<SavedSearchId>(uuidv7())
  const asked = { query: words.join(' '), filters: { country: ['CL'] } }
  await asSystem(database, (tx) =>
    insertSavedSearch(tx, { id, organisationId: by, userId: of, searched, name: 'Pumps', rhythm, asked, words, terms }),
  )
  return id
}
/** Lets the reaction hear all that happened, each event twice, as the queue may, at a time of the test's. */
async function hear(at: string): Promise<void> {
  await asSystem(database, async (tx) => markPublished(tx, await claimUnpublished(tx, 1000)))
  const due = await owner<{ event_id: EventId }[]>`
    select event_id from reaction_runs where reaction = 'find-alerts' and done_at is null order by event_id`
  const react = deliver(
    database,
    log,
    'find-alerts',
    findAlerts(() => new Date(at)),
  )
  for (const { event_id: id } of due) await Promise.all([react(id), react(id)])
}
const post = (given: Partial<NeedContent> = {}): Promise<NeedId> =>
  asSystem(database, (tx) => makeNeed(tx, buyer, needContent({ title: 'Slurry pumps', ...given })))
const tell = (at: string): Promise<number> => tellDue({ database, publicUrl }, new Date(at))
const subjects = async (): Promise<string[]> =>
  (await owner<{ subject: string }[]>`select subject from mails order by id`).map((row) => row.subject)
const notices = async (): Promise<unknown[]> => [
  ...(await owner`select person_id as person, kind, detail from notifications order by id`),
]

// Santiago is four hours behind UTC in winter: noon there, late evening there, and eight the next morning.
const noon = '2026-06-10T16:00:00Z'
const night = '2026-06-11T01:00:00Z'
const dawn = '2026-06-11T11:00:00Z'
const eight = '2026-06-11T12:00:00Z'

describe('a saved search that tells at once', () => {
  it('tells one person once of what is published, in the product and by mail', async () => {
    await save()
    await post()
    await post({ title: 'Gravel', text: 'Sand and gravel' })
    await hear(noon)
    expect([await tell(noon), await tell(noon)]).toEqual([1, 0])
    expect(await subjects()).toEqual(['One new result: Pumps'])
    const search = '/open-needs?query=pump&country=CL&sort=newest'
    expect(await notices()).toEqual([
      { person, kind: 'search-found', detail: { name: 'Pumps', count: 1, title: 'Slurry pumps', search } },
    ])
    const [mail] = await owner<{ body: string; unsubscribe: string }[]>`select body, unsubscribe from mails`
    expect(mail?.body).toContain('Slurry pumps · Mina Sur\nhttps://enlace.example/open-needs/')
    expect(mail?.body).toContain(`\nhttps://enlace.example${search}\n`)
    const token = /token=([\w-]{43})/.exec(mail?.unsubscribe ?? '')?.[1] ?? ''
    expect(mail?.body).toContain(`https://enlace.example/unsubscribe#token=${token}`)
    const [link] = await owner`select token_hash = sha256(convert_to(${token}, 'UTF8')) as ours from unsubscribe_links`
    expect(link).toEqual({ ours: true })
  })

  it('tells of an amended need that newly meets it, and of none a second time', async () => {
    await save()
    const id = await post({ title: 'Gravel', text: 'Sand' })
    await hear(noon)
    expect(await tell(noon)).toBe(0)
    const amend = (version: number, title: string) =>
      asSystem(database, async (tx) => {
        const content = needContent({ title, text: 'Sand' })
        await publishVersion(tx, { id, from: 'published', version, content, reason: '', by: null })
        const payload = { needId: id, organisationId: buyer, version: version + 1 }
        await record(tx, 'need.amended', payload, { organisationId: buyer })
      })
    await amend(1, 'Pumps and gravel')
    await hear(noon)
    expect(await tell(noon)).toBe(1)
    await amend(2, 'Pumps, gravel and more')
    await hear(noon)
    expect(await tell(noon)).toBe(0)
    expect(await subjects()).toEqual(['One new result: Pumps'])
  })

  it('waits for the end of quiet hours, in the zone of the country or of the person', async () => {
    await save()
    await post()
    await hear(night)
    expect(await tell(night)).toBe(0)
    expect(await tell(dawn)).toBe(1)
    await asSystem(database, (tx) =>
      setAlertHours(tx, person, { zone: 'Asia/Tokyo', quietFrom: '20:00', quietUntil: '07:00' }),
    )
    await post()
    await hear(night) // ten in the morning in Tokyo
    expect(await tell(night)).toBe(1)
  })

  it('that became due while no worker ran is put off when it is quiet by then', async () => {
    await save()
    await post()
    await hear(noon)
    expect(await tell(night)).toBe(1)
    expect(await subjects()).toEqual([])
    await tell(dawn)
    expect(await subjects()).toEqual(['One new result: Pumps'])
  })

  it('never tells of what only invited ones see, of what ended meanwhile, or in a rhythm of off', async () => {
    await save()
    await save({ rhythm: 'off' })
    await post({ confidentiality: 'invited' })
    const ended = await post()
    const alias = await post({ confidentiality: 'alias', title: 'Vacuum pumps' })
    await post({ answerBy: '2020-01-01' })
    await hear(noon)
    await asSystem(database, (tx) => endNeed(tx, ended, ['published'], 'closed'))
    await tell(noon)
    const [mail] = await owner<{ body: string }[]>`select body from mails`
    expect(mail?.body).toContain(`Vacuum pumps\nhttps://enlace.example/open-needs/${alias}`)
    expect(mail?.body).not.toContain('Mina Sur')
    expect(await subjects()).toEqual(['One new result: Pumps'])
  })

  it('ends with the membership', async () => {
    await save()
    await post()
    await hear(noon)
    await owner`delete from members where user_id = ${person}`
    expect(await tell(noon)).toBe(0)
  })
})

const reference = {
  text: 'Mended the pumps of a mine',
  categories: [],
  customer: null,
  year: null,
  value: null,
  place: null,
  confirmedByCustomer: false,
}
it('a search for suppliers reads only what everyone may see of a passport', async () => {
  const asker = await asSystem(database, (tx) => makeMember(tx, buyer, 'buyer'))
  await save({ searched: 'suppliers', of: asker, by: buyer })
  await save({ searched: 'suppliers', of: asker, by: buyer, words: [], terms: [['country:PE']] })
  await asSystem(database, async (tx) => {
    await makeSupplier(tx, 'Shown', passportContent('We mend pumps'))
    const done = { ...reference, id: asId<EntryId>(uuidv7()) }
    const plain = passportContent('We mend valves', { references: [done] })
    await makeSupplier(tx, 'Open', plain)
    await makeSupplier(tx, 'Hidden', { ...plain, visibility: { references: 'nobody' } })
  })
  await hear(noon)
  expect(await tell(noon)).toBe(1)
  const [mail] = await owner<{ body: string }[]>`select body from mails`
  expect(mail?.body).toContain('Shown')
  expect(mail?.body).toContain('Open')
  expect(mail?.body).not.toContain('Hidden')
})

it('what a list brings is told like what is published one by one', async () => {
  const importId = asId<ImportId>(uuidv7())
  const agency = await asSystem(database, (tx) => makeOrganisation(tx, 'agency'))
  const asker = await asSystem(database, (tx) => makeMember(tx, agency, 'facilitator'))
  await save({ searched: 'suppliers', of: asker, by: agency })
  const firms = await asSystem(database, async (tx) => [
    await makeSupplier(tx, 'First firm', passportContent('We mend pumps')),
    await makeSupplier(tx, 'Second firm', passportContent('We sell pumps')),
  ])
  // The list's own event stands for theirs.
  await owner`update reaction_runs set done_at = clock_timestamp() where reaction = 'find-alerts'`
  await owner`insert into imports (id, agency_id, what, state, dry_run, file_name) values (${importId}, ${agency}, 'suppliers', 'finished', false, 'firms.csv')`
  for (const [row, id] of firms.entries())
    await owner`insert into import_rows (import_id, row, subject_id, action, version, revision) values (${importId}, ${row}, ${id}, 'created', 1, 1)`
  const payload = { organisationId: agency, importId, count: 2 }
  await asSystem(database, (tx) => record(tx, 'passports.imported', payload, { organisationId: agency }))
  await hear(noon)
  expect(await tell(noon)).toBe(1)
  expect(await subjects()).toEqual(['2 new results: Pumps'])
})

describe('a digest', () => {
  it('gathers until eight of its zone and lists at most twenty', async () => {
    await save({ rhythm: 'daily' })
    await save({ rhythm: 'weekly' })
    for (let count = 1; count <= 23; count += 1) await post({ title: `Pump ${count}` })
    await hear(noon)
    expect(await tell(dawn)).toBe(0)
    expect(await tell(eight)).toBe(1)
    expect(await subjects()).toEqual(['23 new results: Pumps'])
    const [mail] = await owner<{ body: string }[]>`select body from mails`
    expect(mail?.body.match(/^Pump \d+/gm)).toHaveLength(20)
    expect(mail?.body).toContain('… and 3 more.')
    expect(await tell('2026-06-15T11:59:00Z')).toBe(0)
    expect(await tell('2026-06-15T12:00:00Z')).toBe(1) // the Monday
    expect(await subjects()).toHaveLength(2)
  })

  it('goes out exactly once with two workers, each person’s own', async () => {
    for (let count = 0; count < 20; count += 1) {
      const of = await asSystem(database, (tx) => makeMember(tx, supplier, 'bidder'))
      await save({ rhythm: 'daily', of })
    }
    await post()
    await hear(noon)
    const done = await Promise.all([tell(eight), tell(eight), tell(eight)])
    expect(done[0] + done[1] + done[2]).toBe(20)
    const [mails] = await owner`select count(*)::int as n, count(distinct recipient)::int as people from mails`
    expect(mails).toEqual({ n: 20, people: 20 })
  })

  it('goes out exactly once where a worker is killed in the midst of it', async () => {
    await save({ rhythm: 'daily' })
    await post()
    await hear(noon)
    // The first worker has told the notice and stands before the mail when it is killed.
    const held = await owner.reserve()
    await held`begin`
    await held`lock table mails in access exclusive mode`
    const child = spawn(process.execPath, ['--import', 'tsx', '--conditions', 'enlace-src', program, url, eight])
    const ended = once(child, 'exit')
    const standing = async (): Promise<number> => {
      const [row] = await owner<{ n: number }[]>`
        select count(*)::int as n from pg_stat_activity
        where application_name = 'tell.main' and wait_event_type = 'Lock' and datname = current_database()`
      return row?.n ?? 0
    }
    await expect.poll(standing, { timeout: 20_000 }).toBe(1)
    expect(await tell(eight)).toBe(0)
    child.kill('SIGKILL')
    expect(await ended).toEqual([null, 'SIGKILL'])
    await held`rollback`
    held.release()
    const left = () =>
      owner`select pid from pg_stat_activity where application_name = 'tell.main' and datname = current_database()`
    await expect.poll(async () => (await left()).length, { timeout: 5000 }).toBe(0)
    expect([await subjects(), await notices()]).toEqual([[], []])
    const [first, second] = await Promise.all([tell(eight), tell(eight)])
    expect(first + second).toBe(1)
    expect([(await subjects()).length, (await notices()).length]).toEqual([1, 1])
    const [findings] = await asSystem(database, (tx) =>
      tx.execute(sql`select count(*)::int as n from search_findings where told_at is null`),
    )
    expect(findings).toEqual({ n: 0 })
  }, 60_000)
})
