import { v7 as uuidv7 } from 'uuid'

import type {
  addPartyMember as addContract,
  changePartyMember as changeContract,
  listParties as listContract,
  PartyMemberView,
  removePartyMember as removeContract,
} from '@enlace/contracts'
import {
  dropPartyMember,
  keepPartyMember,
  listParties as list,
  type PartyMemberRow,
  type Transaction,
} from '@enlace/database'
import { asId, checkRoom, checkSlots, Problem, type PartyMemberId } from '@enlace/domain'

import type { Call, Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { partyFor, type HeldParty } from './party-for.ts'

/** The own party, or for the organiser all. */
export const listParties: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.read')
  return { items: await list(tx, day.id) }
}

/** Has who comes to the firm's meetings proposed anew, and tells it and the organiser. */
const tellParty = (record: Call<typeof addContract>['record'], { day, participant }: HeldParty): Promise<unknown> =>
  record('party.changed', {
    matchdayId: day.id,
    organisationId: day.organisationId,
    participantId: participant.organisationId,
    concerned: [],
    anew: true,
  })

async function keep(
  tx: Transaction,
  { day, participant, own }: HeldParty,
  given: Call<typeof addContract>['body'],
  before: Pick<PartyMemberRow, 'id' | 'userId'>,
): Promise<PartyMemberView> {
  checkSlots(day.content, given.away, 'body.away')
  // Who a firm's members are is for the firm to say.
  const userId = own ? given.userId : before.userId
  const away = [...new Set(given.away)].toSorted((one, other) => one - other)
  const member = { ...given, id: before.id, userId, away, languages: [...new Set(given.languages)] }
  const { id: participantId, organisationId } = participant
  if (!(await keepPartyMember(tx, { matchdayId: day.id, participantId, organisationId }, member)))
    throw new Problem('thing.conflict', 'This is no member of the firm, or is in its party already.', [
      { path: 'body.userId', code: 'member', message: 'Choose a member of the firm who is not in the party yet.' },
    ])
  return member
}

/** Adds somebody to a party. */
export const addPartyMember: Handler<typeof addContract> = async ({ tx, actor, params, body, record }) => {
  const party = await partyFor(tx, actor, params)
  checkRoom(party.members.length)
  const member = await keep(tx, party, body, { id: asId<PartyMemberId>(uuidv7()), userId: null })
  await tellParty(record, party)
  return member
}

function memberOf({ members }: HeldParty, id: PartyMemberId): PartyMemberRow {
  const member = members.find((one) => one.id === id)
  if (member === undefined) throw absent()
  return member
}

/** Changes what is known of somebody. */
export const changePartyMember: Handler<typeof changeContract> = async ({ tx, actor, params, body, record }) => {
  const party = await partyFor(tx, actor, params)
  const member = await keep(tx, party, body, memberOf(party, params.memberId))
  await tellParty(record, party)
  return member
}

/** Removes somebody from a party. */
export const removePartyMember: Handler<typeof removeContract> = async ({ tx, actor, params, record }) => {
  const party = await partyFor(tx, actor, params)
  await dropPartyMember(tx, memberOf(party, params.memberId).id)
  await tellParty(record, party)
}
