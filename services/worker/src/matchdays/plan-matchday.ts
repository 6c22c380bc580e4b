import type { EventPayload } from '@enlace/contracts'
import { keepPlan, readAsSystem, readPlanBasis, record, type Database } from '@enlace/database'

import { noEffect, type Reaction, type Wake } from '../reactions/reaction.ts'
import { explainShortage } from './explain-shortage.ts'
import { makePlan } from './make-plan.ts'
import { watchPlan } from './watch-plan.ts'

const nobody: Wake = async () => undefined
type Options = {
  readonly wake?: Wake
  /** How long a second of search takes; tests are in a hurry. */
  readonly secondMs?: number
}

/** Makes the timetable that an organiser asked for from all pairs that agreed by now, and says why it leaves out whom it does. */
export const planMatchday = (database: Database, { wake = nobody, secondMs = 1000 }: Options = {}): Reaction => ({
  prepare: async (event) => {
    const { matchdayId, organisationId } = event.payload as EventPayload<'plan.asked'>
    const asked = await readAsSystem(database, (reader) => readPlanBasis(reader, matchdayId))
    if (asked === null) return noEffect
    const { planId, seconds, assumed } = asked
    const watch = watchPlan(database, { planId, organisationId, eventId: event.id, wake })
    const made = await makePlan(asked, assumed, { milliseconds: seconds * secondMs, watch })
    if (made === null) return noEffect
    const shortage = await explainShortage(asked, made)
    return async (tx) => {
      if (await keepPlan(tx, planId, { ...made, shortage }))
        await record(tx, 'plan.made', { matchdayId, organisationId }, { organisationId, requestId: event.requestId })
    }
  },
})
