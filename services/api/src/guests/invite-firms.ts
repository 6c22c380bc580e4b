import { v7 as uuidv7 } from 'uuid'

import type { declineInvitation as declineContract, inviteFirms as inviteContract } from '@enlace/contracts'
import { countGuests, declinePicked, keepPicked, readPickable, type PickedFirm } from '@enlace/database'
import { asId, checkPicked, mostGuests, Problem, refusePicked, sideOfKind, type MatchdayGuestId } from '@enlace/domain'
import { allow, type Identity } from '@enlace/identity'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { invitingTo } from './inviting-to.ts'

/** Invites firms that are on Enlace, all or none; their people are told by a reaction. */
export const inviteFirms =
  ({ settings }: Identity): Handler<typeof inviteContract> =>
  async ({ tx, actor, params, body, record }) => {
    const day = await invitingTo(tx, actor, params.id)
    await allow(settings, 'invitingPerOrganisation', actor.organisationId)
    const ids = [...new Set(body.firms)]
    const firms = await readPickable(tx, day.id, ids)
    if (firms.length < ids.length) throw absent()
    checkPicked(firms)
    const picked = firms.flatMap(({ id: organisationId, name, kind }): PickedFirm[] => {
      const side = sideOfKind(kind)
      return side === null ? [] : [{ id: asId<MatchdayGuestId>(uuidv7()), organisationId, name, side }]
    })
    const kept = await keepPicked(tx, day.id, picked, body.preApproved)
    const known = firms.filter(({ id }) => !kept.has(id))
    if (known.length > 0) throw refusePicked('guest.invited', 'Some of these firms were invited already.', known)
    if ((await countGuests(tx, day.id)) > mostGuests)
      throw new Problem('thing.conflict', `A matchday has ${mostGuests} guests at most.`)
    await record('firms.invited', { matchdayId: day.id, organisationId: day.organisationId, firms: ids, again: false })
    return { invited: ids.length }
  }

/** Says that the own firm, which was picked, does not come. */
export const declineInvitation: Handler<typeof declineContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend')
  if (!(await declinePicked(tx, day.id))) throw absent()
  await record('guests.changed', { matchdayId: day.id, organisationId: day.organisationId })
}
