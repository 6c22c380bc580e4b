import type {
  publishPlan as publishContract,
  takeOverPlan as takeOverContract,
  undoPublication as undoContract,
} from '@enlace/contracts'
import {
  isBuiltOn,
  listAttending,
  moveMatchday,
  publishPlan as publish,
  saveMatchday,
  undoPublication as undo,
} from '@enlace/database'
import { assert, checkMatchdayChange, checkMatchdayStep, Problem, takeOver } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'
import { reread } from '../matchdays/matchday-view.ts'
import { checkNotBegun, planFor, running } from './plan-for.ts'
import { differencesAt } from './plan-view.ts'

/** Publishes a timetable. */
export const publishPlan: Handler<typeof publishContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: running, hold: 'alone' })
  checkNotBegun(day)
  const plan = await planFor(tx, day, params.planId)
  if (plan.state === 'asked') throw new Problem('matchday.planning', 'This timetable is still being made.')
  if ((await differencesAt(tx, day, plan)).length > 0)
    throw new Problem('plan.assumed', 'This timetable assumes what is not so at this matchday.')
  if (!(await publish(tx, day.id, plan)))
    throw new Problem('meeting.taken', 'What was held, booked or said since stands in the way. Have it made again.')
  if (day.state === 'open') {
    checkMatchdayStep(day.state, 'published')
    await moveMatchday(tx, day.id, 'published', null)
  }
  const about = { matchdayId: day.id, organisationId: day.organisationId }
  await record('plan.published', { ...about, participants: await listAttending(tx, day.id) })
  return reread(tx, day.id, actor)
}

/** Makes what a timetable assumes so where that can be. */
export const takeOverPlan: Handler<typeof takeOverContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: running, hold: 'alone' })
  checkNotBegun(day)
  const content = takeOver(day.content, (await planFor(tx, day, params.planId)).assumed)
  checkMatchdayChange(day.content, content)
  assert(await saveMatchday(tx, day.id, day.revision, content), 'nobody saves a matchday that is held')
  await record('matchday.saved', { matchdayId: day.id, organisationId: day.organisationId })
  return reread(tx, day.id, actor)
}

/** Goes back to the timetable before the last publication; to none where it was the first. */
export const undoPublication: Handler<typeof undoContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: ['published'], hold: 'alone' })
  checkNotBegun(day)
  const { id } = await planFor(tx, day, params.planId)
  const builtOn = await isBuiltOn(tx, day.id, id)
  const before = builtOn ? null : await undo(tx, day.id, id)
  if (before === null)
    throw new Problem('plan.built-on', 'Meetings were booked, moved or held since. Publish another timetable instead.')
  // Where nothing stood before, firms may go on saying whom they want to meet.
  if (before.planId === null && before.meetings.length === 0) await moveMatchday(tx, day.id, 'open', null)
  const about = { matchdayId: day.id, organisationId: day.organisationId }
  await record('plan.undone', { ...about, participants: await listAttending(tx, day.id) })
  return reread(tx, day.id, actor)
}
