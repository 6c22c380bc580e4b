import { topic } from '@enlace/contracts'
import { asSystem, holdReaction, notePlanProgress, numberNotes, type Database } from '@enlace/database'
import type { EventId, MatchdayPlanId, OrganisationId } from '@enlace/domain'

import type { Wake } from '../reactions/reaction.ts'
import type { Sight } from './make-plan.ts'
import type { Verdict } from './search-plan.ts'

/** Between two notes of how far a plan is. */
const tickMs = 250
/** More points than this say no more. */
const mostPoints = 120

type Watched = {
  readonly planId: MatchdayPlanId
  readonly organisationId: OrganisationId
  readonly eventId: EventId
  readonly wake: Wake
}

/**
 * Notes for the organiser how far a plan is, at most four times a second, and hears whether it is to go on. The work stays
 * this process's as long as it says so; no event stands for it, as nobody asks afterwards.
 */
export function watchPlan(database: Database, { planId, organisationId, eventId, wake }: Watched) {
  let last = -Infinity
  let verdict: Verdict = 'on'
  let placed = -1
  let points: (readonly [number, number])[] = []
  return async (sight: Sight | null): Promise<Verdict> => {
    // With more meetings placed the breaks of fewer say nothing any more.
    if (sight !== null && sight.placed !== placed) points = []
    placed = sight?.placed ?? placed
    if (sight !== null && sight.breaks !== points.at(-1)?.[1]) points.push([sight.elapsedMs, sight.breaks])
    if (verdict !== 'on' || Date.now() - last < tickMs || sight === null) return verdict
    if (points.length > mostPoints) points = points.filter((_, at) => at % 2 === 0 || at === points.length - 1)
    const notes = await asSystem(database, async (tx) => {
      await holdReaction(tx, eventId, 'plan-matchday')
      verdict = await notePlanProgress(tx, planId, { ...sight, points })
      const note = { topic: topic.organisation(organisationId), name: 'plan.progressed', subject: planId } as const
      return verdict === 'on' ? numberNotes(tx, [{ ...note, eventId }]) : []
    })
    // From when it was noted: a database that is slow is not asked more often for it.
    last = Date.now()
    await wake(notes).catch(() => undefined)
    return verdict
  }
}
