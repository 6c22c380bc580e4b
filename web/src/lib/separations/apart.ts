import { dropSeparation, sayWish, separateFirms, type SeparationView } from '@enlace/contracts'
import type { MatchdayId, MatchdayParticipantId, MatchdaySide } from '@enlace/domain'
import { call } from '$lib/api/call.ts'

/** Two who never meet, by their ids, and why. */
export type Apart = {
  readonly hostId: MatchdayParticipantId
  readonly visitorId: MatchdayParticipantId
  readonly reason: string
}

/** The id of whom the reader says it of. */
const otherOf = ({ hostId, visitorId }: Apart, side: MatchdaySide): MatchdayParticipantId =>
  side === 'host' ? visitorId : hostId

/** Says that two never meet: the organiser of any two, a firm of the side that is given about another. */
export async function keepApart(id: MatchdayId, side: MatchdaySide | null, apart: Apart): Promise<void> {
  const { hostId: oneId, visitorId: otherId, reason } = apart
  if (side === null) await call(separateFirms, { params: { id }, body: { oneId, otherId, reason } })
  else await call(sayWish, { params: { id, participantId: otherOf(apart, side) }, body: { wish: 'no', reason } })
}

/** Takes that back. */
export async function letMeet(id: MatchdayId, side: MatchdaySide | null, view: SeparationView): Promise<void> {
  if (view.id !== null) await call(dropSeparation, { params: { id, separationId: view.id } })
  else if (side !== null) {
    const participantId = otherOf(apartOf(view), side)
    await call(sayWish, { params: { id, participantId }, body: { wish: null, reason: '' } })
  }
}

/** What was said, as it would be said again. */
export const apartOf = ({ host, visitor, reason }: SeparationView): Apart => ({
  hostId: host.participantId,
  visitorId: visitor.participantId,
  reason,
})
