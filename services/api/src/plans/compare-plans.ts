import type { comparePlans as compareContract } from '@enlace/contracts'
import { readParticipantNames, type PlanRow } from '@enlace/database'
import { comparePlans as compare, Problem, type ComparablePlan } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'
import { planFor } from './plan-for.ts'

function comparable({ state, meetings, unplaced }: PlanRow): ComparablePlan {
  if (state === 'asked') throw new Problem('matchday.planning', 'This timetable is still being made.')
  return {
    meetings: meetings.map((one) => ({ ...one, must: one.must === true })),
    unplaced: unplaced.map((one) => ({ ...one, must: one.must === true })),
  }
}

/** Sets two timetables side by side. */
export const comparePlans: Handler<typeof compareContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  const one = await planFor(tx, day, params.planId)
  const other = await planFor(tx, day, params.otherId)
  const { changes, ...sums } = compare(comparable(one), comparable(other))
  const names = await readParticipantNames(
    tx,
    changes.map(({ participantId }) => participantId),
  )
  return {
    ...sums,
    figures: [...sums.figures],
    changes: changes.map(({ participantId, meetings, breaks }) => ({
      ...{ participantId, name: names.get(participantId) ?? '' },
      ...{ meetings: [...meetings], breaks: [...breaks] },
    })),
  }
}
