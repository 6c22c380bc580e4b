import { v7 as uuidv7 } from 'uuid'

import type { planMatchday as planContract, publishPlan as publishContract } from '@enlace/contracts'
import {
  askForPlan,
  listAttending,
  listPlans,
  moveMatchday,
  publishPlan as publish,
  type MatchdayRow,
} from '@enlace/database'
import { asId, assert, checkMatchdayStep, Problem, type MatchdayPlanId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from './matchday-for.ts'
import { reread, viewPlan } from './matchday-view.ts'

const running = ['open', 'published'] as const
const looked = 20

/** Once the day has begun single meetings move; a timetable of all would take away what people are on their way to. */
function checkNotBegun({ startsAt }: MatchdayRow): void {
  if (startsAt !== null && Date.parse(startsAt) <= Date.now())
    throw new Problem('matchday.begun', 'The day has begun. Move single meetings, or let firms take free times.')
}

/** Asks for a timetable of all pairs that agreed; one is made at a time. */
export const planMatchday: Handler<typeof planContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: running, hold: 'alone' })
  checkNotBegun(day)
  const plans = await listPlans(tx, day.id, looked)
  if (plans.some(({ state }) => state === 'asked'))
    throw new Problem('matchday.planning', 'A timetable is being made. Wait for it before you ask for another.')
  const id = asId<MatchdayPlanId>(uuidv7())
  await askForPlan(tx, id, day.id, actor.userId)
  await record('plan.asked', { matchdayId: day.id, organisationId: day.organisationId })
  const [asked] = await listPlans(tx, day.id, 1)
  assert(asked !== undefined, 'what was just asked for is there')
  return viewPlan(tx, asked)
}

/** Publishes a timetable. */
export const publishPlan: Handler<typeof publishContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: running, hold: 'alone' })
  checkNotBegun(day)
  const plan = (await listPlans(tx, day.id, looked)).find(({ id }) => id === params.planId)
  if (plan === undefined) throw absent()
  if (plan.state === 'asked') throw new Problem('matchday.planning', 'This timetable is still being made.')
  if (!(await publish(tx, day.id, plan)))
    throw new Problem('meeting.taken', 'Meetings that were held or booked since stand in the way. Have it made again.')
  if (day.state === 'open') {
    checkMatchdayStep(day.state, 'published')
    await moveMatchday(tx, day.id, 'published', null)
  }
  const about = { matchdayId: day.id, organisationId: day.organisationId }
  await record('plan.published', { ...about, participants: await listAttending(tx, day.id) })
  return reread(tx, day.id, actor)
}
