import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import {
  asSystem,
  attend,
  claimRequestReminders,
  insertMatchday,
  keepIntroduction,
  moveMatchday,
  openDatabase,
  sayWish,
  settleParticipant,
  type Database,
} from '@enlace/database'
import {
  asId,
  type IntroductionId,
  type MatchdayId,
  type MatchdayParticipantId,
  type MatchdaySide,
  type OrganisationId,
} from '@enlace/domain'
import { makeOrganisation, testDatabase } from '@enlace/testing'
import { v7 as uuidv7 } from 'uuid'

import { remindOfRequests } from './remind-of-requests.ts'

const due = new Date('2030-05-01T12:00:00Z')
const before = (hours: number): Date => new Date(due.getTime() - hours * 3_600_000)
type Firm = { readonly id: MatchdayParticipantId; readonly organisationId: OrganisationId }
let database: Database
let id: MatchdayId
let firms: Readonly<Record<'buyer' | 'asking' | 'other', Firm>>
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 6 })
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  await asSystem(database, async (tx) => {
    await tx.execute(sql`delete from notifications`)
    await tx.execute(sql`delete from matchdays`)
    id = asId<MatchdayId>(uuidv7())
    const content = {
      ...{
        title: 'Meet the buyers',
        text: '',
        language: 'en',
        venue: '',
        timeZone: 'UTC',
        walkingMinutes: 0,
        mostMeetings: 9,
      },
      sessions: [{ name: '', date: '2030-05-06', starts: '09:00', slotCount: 2, slotMinutes: 20, pauseMinutes: 0 }],
      ...{ places: [], answerBy: due.toISOString() },
    }
    await insertMatchday(tx, { id, organisationId: await makeOrganisation(tx, 'agency'), content })
    await moveMatchday(tx, id, 'open', {
      starts: Date.parse('2030-05-06T09:00:00Z'),
      ends: Date.parse('2030-05-06T09:40:00Z'),
    })
    const come = async (side: MatchdaySide): Promise<Firm> => {
      const organisationId = await makeOrganisation(tx, side === 'host' ? 'buyer' : 'supplier')
      const own = asId<MatchdayParticipantId>(uuidv7())
      await attend(tx, { id: own, matchdayId: id, organisationId, side, away: [], languages: [], note: '' })
      await settleParticipant(tx, own, 'admitted')
      return { id: own, organisationId }
    }
    firms = { buyer: await come('host'), asking: await come('visitor'), other: await come('visitor') }
  })
  await wish(firms.asking, firms.buyer, 'must')
})

const wish = (by: Firm, of: Firm, given: 'must' | 'no'): Promise<unknown> =>
  asSystem(database, (tx) => sayWish(tx, { matchdayId: id, byId: by.id, ofId: of.id, wish: given, reason: '' }))
const remind = (at: Date): Promise<number> => remindOfRequests(database, at)
const told = (): Promise<unknown[]> =>
  asSystem(database, async (tx) => {
    const rows = await tx.execute<{ organisation_id: OrganisationId; kind: string; detail: unknown }>(
      sql`select organisation_id, kind, detail from notifications order by id`,
    )
    return rows.map((row) => [row.organisation_id, row.kind, row.detail])
  })
const notice = ({ organisationId }: Firm, left: number) => [
  organisationId,
  'requests-due',
  { title: 'Meet the buyers', left },
]

it('who has requests to answer is reminded two days before answers are due, once, also by three workers', async () => {
  expect(await remind(before(49))).toBe(0)
  // Two more begin while the first has claimed and is not done.
  const { others } = await asSystem(database, async (tx) => {
    expect((await claimRequestReminders(tx, before(47))).length).toBe(1)
    const begun = Promise.all([remind(before(47)), remind(before(47))])
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { others: begun }
  })
  expect(await others).toEqual([0, 0])
  expect(await remind(before(1))).toBe(0)
})

it('a worker that is killed before its transaction ends leaves it to the next', async () => {
  const killed = asSystem(database, async (tx) => {
    expect((await claimRequestReminders(tx, before(47))).length).toBe(1)
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  expect(await remind(before(47))).toBe(1)
  expect(await told()).toEqual([notice(firms.buyer, 1)])
})

it('introductions count for both, what was answered for nobody, and nothing once answers were due', async () => {
  const { buyer, other } = firms
  await asSystem(database, async (tx) => {
    const given = {
      id: asId<IntroductionId>(uuidv7()),
      hostId: buyer.id,
      visitorId: other.id,
      reason: 'Both work on dust.',
      answerBy: null,
    }
    await keepIntroduction(tx, id, given)
    // A buyer that said it does not want one of them is not reminded of it.
    await sayWish(tx, { matchdayId: id, byId: buyer.id, ofId: firms.asking.id, wish: 'no', reason: '' })
  })
  expect(await remind(before(0))).toBe(0)
  expect(await remind(before(2))).toBe(2)
  expect(new Set(await told())).toEqual(new Set([notice(buyer, 1), notice(other, 1)]))
})
