import { v7 as uuidv7 } from 'uuid'

import type { planMatchday as planContract, stopPlan as stopContract } from '@enlace/contracts'
import { askForPlan, callOffPlan, listPlans, takeWhatThereIs } from '@enlace/database'
import { asId, assert, Problem, type MatchdayPlanId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'
import { reread } from '../matchdays/matchday-view.ts'
import { checkNotBegun, latestPlans, planFor, running } from './plan-for.ts'
import { viewPlan } from './plan-view.ts'

/** Asks for a timetable of all pairs that agreed; one is made at a time. */
export const planMatchday: Handler<typeof planContract> = async ({ tx, actor, params, body, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: running, hold: 'alone' })
  checkNotBegun(day)
  if ((await latestPlans(tx, day)).some(({ state }) => state === 'asked'))
    throw new Problem('matchday.planning', 'A timetable is being made. Wait for it before you ask for another.')
  await askForPlan(tx, asId<MatchdayPlanId>(uuidv7()), day.id, actor.userId, body)
  await record('plan.asked', { matchdayId: day.id, organisationId: day.organisationId })
  const [asked] = await listPlans(tx, day.id, 1)
  assert(asked !== undefined, 'what was just asked for is there')
  return viewPlan(tx, day, asked)
}

/** Ends the making of a timetable; the worker hears of it when it next notes how far it is. */
export const stopPlan: Handler<typeof stopContract> = async ({ tx, actor, params, body, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { hold: 'alone' })
  const { id, state } = await planFor(tx, day, params.planId)
  const isStopped = state === 'asked' && (await (body.how === 'take' ? takeWhatThereIs : callOffPlan)(tx, id))
  if (!isStopped) throw new Problem('plan.made', 'This timetable is made already.')
  if (body.how === 'call-off')
    await record('plan.called-off', { matchdayId: day.id, organisationId: day.organisationId })
  return reread(tx, day.id, actor)
}
