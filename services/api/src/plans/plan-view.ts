import type { MatchdayPlan, PlanShortageView } from '@enlace/contracts'
import { listAdmitted, readParticipantNames, type PlanRow, type Transaction } from '@enlace/database'
import {
  differencesOf,
  type AssumptionKind,
  type MatchdayContent,
  type MatchdayId,
  type MatchdayParticipantId,
  type PlanShortage,
} from '@enlace/domain'

type Day = { readonly id: MatchdayId; readonly content: MatchdayContent }
type Names = ReadonlyMap<MatchdayParticipantId, string>

/** What a plan assumes that is not so; tables it was made with that the matchday does not have count as that. */
export async function differencesAt(tx: Transaction, day: Day, plan: PlanRow): Promise<readonly AssumptionKind[]> {
  const { assumed, meetings } = plan
  const admitted = assumed.absent.length === 0 ? new Set<MatchdayParticipantId>() : await listAdmitted(tx, day.id)
  const differs = differencesOf(day.content, admitted, assumed)
  const known = new Set(day.content.places.map(({ key }) => key))
  if (differs.includes('tables') || meetings.every(({ place }) => known.has(place))) return differs
  return ['tables', ...differs]
}

function idsIn({ unplaced, shortage }: PlanRow): MatchdayParticipantId[] {
  const pairs = unplaced.flatMap(({ hostId, visitorId }) => [hostId, visitorId])
  if (shortage === null) return pairs
  const blocked = shortage.bottlenecks.flatMap(({ firms, shared }) => [
    ...firms,
    ...shared.flatMap((one) => ('participantId' in one ? [one.participantId] : [])),
  ])
  return [...pairs, ...blocked, ...[...shortage.unasked, ...shortage.full].map(({ participantId }) => participantId)]
}

function viewShortage(shortage: PlanShortage, names: Names): PlanShortageView {
  const firm = (participantId: MatchdayParticipantId) => ({ participantId, name: names.get(participantId) ?? '' })
  return {
    ...shortage,
    unasked: shortage.unasked.map((one) => ({ ...one, ...firm(one.participantId) })),
    full: shortage.full.map((one) => ({ ...one, ...firm(one.participantId) })),
    bottlenecks: shortage.bottlenecks.map(({ firms, shared, needed, room }) => ({
      ...{ needed, room, firms: firms.map(firm) },
      shared: shared.map((one) => ({
        ...{ of: one.of, room: one.room },
        name: 'participantId' in one ? firm(one.participantId).name : '',
      })),
    })),
  }
}

/** A plan with the names of those who have no time together and of those who stand in the way. */
export async function viewPlan(tx: Transaction, day: Day, plan: PlanRow): Promise<MatchdayPlan> {
  const names = await readParticipantNames(tx, [...new Set(idsIn(plan))])
  const { meetings: _, publishedAt: __, shortage, progress, ...rest } = plan
  return {
    ...rest,
    differs: [...(await differencesAt(tx, day, plan))],
    unplaced: plan.unplaced.map(({ hostId, visitorId, cause }) => ({
      ...{ host: names.get(hostId) ?? '', visitor: names.get(visitorId) ?? '' },
      cause,
    })),
    progress: plan.state === 'asked' ? progress : null,
    shortage: shortage === null ? null : viewShortage(shortage, names),
  }
}
