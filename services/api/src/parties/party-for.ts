import {
  holdParty,
  readParticipant,
  type MatchdayRow,
  type ParticipantRow,
  type PartyMemberRow,
  type Transaction,
} from '@enlace/database'
import type { MatchdayId, MatchdayParticipantId, MemberActor } from '@enlace/domain'

import { absent, matchdayFor } from '../matchdays/matchday-for.ts'

export type HeldParty = {
  readonly day: MatchdayRow
  readonly participant: ParticipantRow
  readonly members: readonly PartyMemberRow[]
  /** The actor is of the firm itself, not its organiser. */
  readonly own: boolean
}

/**
 * A party, if the actor may change it: its own or, as the organiser, any; nobody else does until the transaction ends.
 * @throws Problem thing.not-found, identity.forbidden, matchday.state
 */
export async function partyFor(
  tx: Transaction,
  actor: MemberActor,
  { id, participantId }: { readonly id: MatchdayId; readonly participantId: MatchdayParticipantId },
): Promise<HeldParty> {
  const organiser = actor.organisationKind === 'agency'
  const action = organiser ? 'matchday.run' : 'matchday.attend'
  const day = await matchdayFor(tx, actor, id, action, { states: ['open', 'published'], hold: 'shared' })
  const participant = await readParticipant(tx, day.id, { id: participantId })
  if (participant === null) throw absent()
  const own = participant.organisationId === actor.organisationId
  // A firm of the other side is known, its party is not.
  if (!own && !organiser) throw absent()
  return { day, participant, members: await holdParty(tx, participantId), own }
}
