import { v7 as uuidv7 } from 'uuid'

import type {
  inviteGuests as inviteContract,
  listGuests as listContract,
  withdrawGuest as withdrawContract,
} from '@enlace/contracts'
import { countGuests, keepGuest, listGuests as list, queueMail, withdrawGuest as withdraw } from '@enlace/database'
import { asId, mostGuests, Problem, type MatchdayGuestId } from '@enlace/domain'
import { allow, hashToken, newToken, type Identity } from '@enlace/identity'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { guestMail } from './guest-mail.ts'
import { invitingTo } from './inviting-to.ts'

/** The guests of a matchday and how each answered. */
export const listGuests: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  return { items: await list(tx, day.id) }
}

/** Invites firms by mail, which is queued in the same transaction. */
export const inviteGuests =
  ({ settings }: Identity): Handler<typeof inviteContract> =>
  async ({ tx, actor, params, body: { side, language, preApproved, guests }, record }) => {
    const day = await invitingTo(tx, actor, params.id)
    await allow(settings, 'invitingPerOrganisation', actor.organisationId)
    let invited = 0
    for (const guest of guests) {
      const token = newToken()
      const id = asId<MatchdayGuestId>(uuidv7())
      const kept = { ...guest, id, side, preApproved, locale: language, tokenHash: hashToken(token) }
      if (!(await keepGuest(tx, day.id, kept))) continue
      const link = `${settings.publicUrl}/matchday-invitation#token=${token}`
      const told = { name: guest.name, title: day.content.title, organiser: day.organiserName, link }
      await queueMail(tx, { recipient: guest.email, ...guestMail(language, told) })
      invited += 1
    }
    if ((await countGuests(tx, day.id)) > mostGuests)
      throw new Problem('thing.conflict', `A matchday has ${mostGuests} guests at most.`)
    if (invited > 0) await record('guests.changed', { matchdayId: day.id, organisationId: day.organisationId })
    return { invited }
  }

/** Withdraws an invitation that nobody answered. */
export const withdrawGuest: Handler<typeof withdrawContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  if (!(await withdraw(tx, day.id, params.guestId))) throw absent()
  await record('guests.changed', { matchdayId: day.id, organisationId: day.organisationId })
}
