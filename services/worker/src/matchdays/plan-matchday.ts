import { setImmediate as breathe } from 'node:timers/promises'

import type { EventPayload } from '@enlace/contracts'
import { keepPlan, readAsSystem, readPlanBasis, record, type Database } from '@enlace/database'
import { inTime, randomFrom, searchInPieces, verify, type Found, type Instance } from '@enlace/scheduling'

import { noEffect, type Reaction } from '../reactions/reaction.ts'
import { choosePairs } from './choose-pairs.ts'
import { instanceOf, readPlan } from './timetable.ts'

/** How long a timetable is made better; the first one is there in a fraction of it. */
const usualMilliseconds = 5000

/** The best timetable that is found in so long; other work of the process goes on meanwhile. */
async function best(instance: Instance, milliseconds: number): Promise<Found> {
  let last: Found | null = null
  const budget = inTime(milliseconds, () => Date.now())
  for (const found of searchInPieces(instance, { random: randomFrom(1), budget })) {
    last = found ?? last
    await breathe()
  }
  if (last === null) throw new Error('the search ended without any timetable')
  return last
}

/** Makes the timetable that an organiser asked for from all pairs that agreed by now. */
export const planMatchday = (database: Database, milliseconds = usualMilliseconds): Reaction => ({
  prepare: async (event) => {
    const { matchdayId, organisationId } = event.payload as EventPayload<'plan.asked'>
    const asked = await readAsSystem(database, (reader) => readPlanBasis(reader, matchdayId))
    if (asked === null) return noEffect
    const { basis, over } = await choosePairs(asked)
    const instance = instanceOf(basis)
    const { plan, breaks } = await best(instance, milliseconds)
    const made = plan()
    const [broken] = verify(instance, made)
    if (broken !== undefined) throw new Error(`the timetable breaks the rule ${broken.rule}`)
    const { meetings, without } = readPlan(basis, made)
    return async (tx) => {
      await keepPlan(tx, basis.planId, { meetings, unplaced: [...without, ...over], breaks })
      await record(tx, 'plan.made', { matchdayId, organisationId }, { organisationId, requestId: event.requestId })
    }
  },
})
