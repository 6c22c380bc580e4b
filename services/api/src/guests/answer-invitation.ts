import { v7 as uuidv7 } from 'uuid'

import type {
  acceptGuestInvitation as acceptContract,
  declineGuestInvitation as declineContract,
  readGuestInvitation as readContract,
} from '@enlace/contracts'
import {
  asActor,
  readOpenGuest,
  readParticipant,
  record as recordAs,
  settleGuest,
  type Database,
} from '@enlace/database'
import { anonymous, asId, Problem, sideOfKind, type MatchdayParticipantId } from '@enlace/domain'
import { allow, hashToken, type Identity } from '@enlace/identity'

import type { Handler, OpenHandler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'
import { letInInvited } from './let-in-invited.ts'
import { registerInTime } from './register-in-time.ts'

/** One answer for a token that never was, was answered, withdrawn, or came too late, so that a guess learns nothing. */
const spent = (): Problem =>
  new Problem('invitation.spent', 'This invitation was used, withdrawn, or is too old. Ask for a new one.')

/** What is public of the matchday; whoever holds the link may know. */
export const readGuestInvitation =
  (database: Database, { settings }: Identity): OpenHandler<typeof readContract> =>
  async ({ request, body }) => {
    await allow(settings, 'tokenPerAddress', request.ip)
    const guest = await asActor(database, anonymous, (tx) => readOpenGuest(tx, hashToken(body.token)))
    if (guest === null) throw spent()
    const { content, organiser, startsAt, endsAt, side } = guest
    const { title, venue, timeZone, registerBy = null } = content
    return { title, venue, timeZone, registerBy, organiser, startsAt, endsAt, side }
  }

/** Says that the firm does not come; a press is asked for, because programs that look through mail open links too. */
export const declineGuestInvitation =
  (database: Database, { settings }: Identity): OpenHandler<typeof declineContract> =>
  async ({ request, body, requestId }) => {
    await allow(settings, 'tokenPerAddress', request.ip)
    const hash = hashToken(body.token)
    await asActor(database, anonymous, async (tx) => {
      const guest = await readOpenGuest(tx, hash)
      if (guest === null || !(await settleGuest(tx, hash, 'declined'))) throw spent()
      const { matchdayId, organisationId } = guest
      await recordAs(tx, 'guests.changed', { matchdayId, organisationId }, { organisationId, requestId })
    })
  }

/** Registers the caller's organisation; the first who answers by a token uses it up. */
export const acceptGuestInvitation =
  ({ settings }: Identity): Handler<typeof acceptContract> =>
  async (given) => {
    const { tx, actor, body, record } = given
    await allow(settings, 'tokenPerAddress', actor.userId)
    const hash = hashToken(body.token)
    const guest = await readOpenGuest(tx, hash)
    if (guest === null) throw spent()
    const { matchdayId, organisationId, side } = guest
    const day = await matchdayFor(tx, actor, matchdayId, 'matchday.attend', {
      states: ['open', 'published'],
      hold: 'alone',
    })
    if (sideOfKind(actor.organisationKind) !== side)
      throw new Problem('identity.forbidden', 'This invitation is for a firm of the other side.')
    if (!(await settleGuest(tx, hash, 'registered'))) throw spent()
    const id = asId<MatchdayParticipantId>(uuidv7())
    const own = actor.organisationId
    // Who has registered already keeps what it said.
    const said = (await readParticipant(tx, matchdayId, { organisationId: own })) ?? {
      away: [],
      languages: [],
      note: '',
    }
    const { away, languages, note } = said
    await registerInTime(tx, day, { id, organisationId: own, side, away, languages, note })
    await record('participant.changed', { matchdayId, organisationId, participantId: own, side })
    await record('guests.changed', { matchdayId, organisationId })
    await letInInvited(given, { matchdayId, organisationId })
    return { matchdayId }
  }
