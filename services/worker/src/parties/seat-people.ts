import {
  forgetProposals,
  holdMatchday,
  holdSeating,
  listSeating,
  record,
  seatProposed,
  type Transaction,
} from '@enlace/database'
import { assert, proposePeople, type MatchdayId, type OrganisationId } from '@enlace/domain'

import { type Effect, noEffect, type Reaction } from '../reactions/reaction.ts'

type Whose = {
  readonly matchdayId: MatchdayId
  readonly organisationId: OrganisationId
  /** Null for all parties. */
  readonly of: readonly OrganisationId[] | null
}

/** Proposes who comes to each meeting to which nobody comes; both sides and the organiser hear of it. */
async function seat(tx: Transaction, { matchdayId, organisationId, of }: Whose): Promise<void> {
  const concerned = new Set<OrganisationId>()
  for (const { participantId, organisationId: firmId, members, meetings } of await listSeating(tx, matchdayId, of)) {
    const proposed = proposePeople(members, meetings)
    if (proposed.size === 0) continue
    await seatProposed(tx, participantId, proposed)
    concerned.add(firmId)
    for (const { id, otherId } of meetings) if (proposed.has(id)) concerned.add(otherId)
  }
  if (concerned.size > 0)
    await record(
      tx,
      'people.changed',
      { matchdayId, organisationId, concerned: [...concerned] },
      { organisationId: null },
    )
}

const seatAll =
  (whose: Whose, anew: OrganisationId | null = null): Effect =>
  async (tx) => {
    // A repair, which holds the matchday alone, and this wait for each other: both lock many of its meetings.
    await holdMatchday(tx, whose.matchdayId, 'shared')
    await holdSeating(tx, whose.matchdayId)
    if (anew !== null) await forgetProposals(tx, whose.matchdayId, anew)
    await seat(tx, whose)
  }

/**
 * Proposes who of each party meets whom, wherever that is open. Where a party itself changed, all its proposals are made
 * anew; else those that stand stay, so that one meeting that moves does not send everybody elsewhere.
 */
export const seatPeople: Reaction = {
  atOnce: (event) => {
    switch (event.name) {
      case 'plan.published':
      case 'plan.undone':
        return seatAll({ ...event.payload, of: null })
      case 'meeting.changed':
        return seatAll({ ...event.payload, of: [event.payload.hostId, event.payload.visitorId] })
      case 'party.changed': {
        const { participantId, anew } = event.payload
        return seatAll({ ...event.payload, of: [participantId] }, anew ? participantId : null)
      }
      default:
        assert(false, 'this reaction is bound to what changes parties and meetings')
        return noEffect
    }
  },
}
