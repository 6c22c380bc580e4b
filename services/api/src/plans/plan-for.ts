import { listPlans, type MatchdayRow, type PlanRow, type Transaction } from '@enlace/database'
import { Problem, type MatchdayPlanId } from '@enlace/domain'

import { absent } from '../matchdays/matchday-for.ts'

export const running = ['open', 'published'] as const
const looked = 20

/** Once the day has begun single meetings move; a timetable of all would take away what people are on their way to. */
export function checkNotBegun({ startsAt }: MatchdayRow): void {
  if (startsAt !== null && Date.parse(startsAt) <= Date.now())
    throw new Problem('matchday.begun', 'The day has begun. Move single meetings, or let firms take free times.')
}

/** The newest plans of a matchday, among which those that something can be done with are looked for. */
export const latestPlans = (tx: Transaction, day: MatchdayRow): Promise<PlanRow[]> => listPlans(tx, day.id, looked)

/**
 * One of them.
 * @throws Problem thing.not-found
 */
export async function planFor(tx: Transaction, day: MatchdayRow, id: MatchdayPlanId): Promise<PlanRow> {
  const plan = (await latestPlans(tx, day)).find((one) => one.id === id)
  if (plan === undefined) throw absent()
  return plan
}
