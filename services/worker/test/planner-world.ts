import {
  askForPlan,
  asSystem,
  attend,
  insertMatchday,
  listPlans,
  moveMatchday,
  openTopic,
  record,
  sayWish,
  settleParticipant,
  type Database,
} from '@enlace/database'
import { topic } from '@enlace/contracts'
import {
  asId,
  asItIs,
  type MatchdayContent,
  type MatchdayId,
  type MatchdayParticipantId,
  type MatchdayPlanId,
  type MatchdaySide,
  type MeetingId,
  type OrganisationId,
  type PlanAssumptions,
  type UserId,
} from '@enlace/domain'
import { makeOrganisation } from '@enlace/testing'
import { v7 as uuidv7 } from 'uuid'

const person = asId<UserId>('0190a000-0000-7000-8000-000000000001')

/** Four slots and two tables. */
const content: MatchdayContent = {
  ...{ title: 'Meet the buyers', text: '', language: 'en', venue: 'Hall 1', timeZone: 'America/Lima' },
  sessions: [{ name: '', date: '2030-05-06', starts: '09:00', slotCount: 4, slotMinutes: 20, pauseMinutes: 0 }],
  places: ['t1', 't2'].map((key, at) => ({ key, name: `Table ${at + 1}`, kind: 'table', zone: 'A' })),
  ...{ walkingMinutes: 0, mostMeetings: 4 },
}

export type PlannedDay = {
  readonly id: MatchdayId
  readonly organisationId: OrganisationId
  readonly hosts: readonly MatchdayParticipantId[]
  readonly visitors: readonly MatchdayParticipantId[]
}
type Size = {
  readonly hosts: number
  readonly visitors: number
  /** Slots in which the first visitor does not come. */
  readonly away?: readonly number[]
  /** Of each side, in their order; none for whom it is not said. */
  readonly types?: Partial<Record<MatchdaySide, readonly string[]>>
}
/** A matchday at which everybody wants to meet everybody of the other side. */
export const holdDay = (
  database: Database,
  { hosts, visitors, away = [], types = {} }: Size,
  given: Partial<MatchdayContent> = {},
): Promise<PlannedDay> =>
  asSystem(database, async (tx) => {
    const organisationId = await makeOrganisation(tx, 'agency')
    const id = asId<MatchdayId>(uuidv7())
    await insertMatchday(tx, { id, organisationId, content: { ...content, ...given } })
    await moveMatchday(tx, id, 'open', { starts: 0, ends: 1 })
    await openTopic(tx, topic.organisation(organisationId))
    const come = async (side: MatchdaySide, at: number, gone: readonly number[]): Promise<MatchdayParticipantId> => {
      const firm = await makeOrganisation(tx, side === 'host' ? 'buyer' : 'supplier')
      const own = asId<MatchdayParticipantId>(uuidv7())
      await attend(tx, { id: own, matchdayId: id, organisationId: firm, side, away: gone, languages: [], note: '' })
      await settleParticipant(tx, own, 'admitted', types[side]?.[at] ?? null)
      return own
    }
    const [ours, theirs]: [MatchdayParticipantId[], MatchdayParticipantId[]] = [[], []]
    for (let n = 0; n < hosts; n += 1) ours.push(await come('host', n, []))
    for (let n = 0; n < visitors; n += 1) theirs.push(await come('visitor', n, n === 0 ? away : []))
    for (const host of ours)
      for (const visitor of theirs) {
        await sayWish(tx, { matchdayId: id, byId: host, ofId: visitor, wish: 'meet', reason: '' })
        await sayWish(tx, { matchdayId: id, byId: visitor, ofId: host, wish: 'meet', reason: '' })
      }
    return { id, organisationId, hosts: ours, visitors: theirs }
  })

export type AskedPlan = {
  readonly seconds?: number
  readonly assumed?: Partial<PlanAssumptions>
  readonly kept?: readonly MeetingId[]
}
/** Asks for a plan of it, as its organiser does. */
export const askPlan = (
  database: Database,
  { id, organisationId }: PlannedDay,
  { seconds = 5, assumed = {}, kept = [] }: AskedPlan = {},
): Promise<MatchdayPlanId> =>
  asSystem(database, async (tx) => {
    const planId = asId<MatchdayPlanId>(uuidv7())
    await askForPlan(tx, planId, id, person, { name: '', seconds, assumed: { ...asItIs, ...assumed }, kept })
    await record(tx, 'plan.asked', { matchdayId: id, organisationId }, { organisationId })
    return planId
  })

export async function lastPlanOf(database: Database, { id }: PlannedDay) {
  const [plan] = await asSystem(database, (tx) => listPlans(tx, id, 1))
  if (plan === undefined) throw new Error('there is no plan')
  return plan
}
