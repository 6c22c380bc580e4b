import * as contract from '@enlace/contracts'
import { planMatchday } from '@enlace/api/plans/make-plan'
import { publishPlan } from '@enlace/api/plans/publish-plan'
import { keepPlan, readPlanBasis, type Transaction } from '@enlace/database'
import { asItIs, assert, type MatchdayId } from '@enlace/domain'
import { makePlan } from '@enlace/worker/matchdays/make-plan'

import { act, behindTheScenes } from './act.ts'
import type { Player } from './cast.ts'

/** A timetable of a demo is roomy; whatever is found by then is good. */
const milliseconds = 250

/** Has the timetable of a matchday made, as the worker makes it, and publishes it. */
export async function publishTimetable(tx: Transaction, id: MatchdayId, organiser: Player): Promise<void> {
  const params = { id }
  const plan = await act(tx, organiser, [contract.planMatchday, planMatchday], { params })
  await behindTheScenes(tx, async () => {
    const basis = await readPlanBasis(tx, id)
    const made = basis === null ? null : await makePlan(basis, asItIs, { milliseconds })
    assert(made !== null, 'a timetable that was just asked for is made')
    await keepPlan(tx, plan.id, made)
  })
  await act(tx, organiser, [contract.publishPlan, publishPlan], { params: { id, planId: plan.id } })
}
