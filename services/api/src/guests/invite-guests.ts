import { v7 as uuidv7 } from 'uuid'

import type {
  inviteGuests as inviteContract,
  listGuests as listContract,
  withdrawGuest as withdrawContract,
} from '@enlace/contracts'
import { countGuests, keepGuest, listGuests as list, readFunnel, withdrawGuest as withdraw } from '@enlace/database'
import { asId, mostGuests, Problem, type MatchdayGuestId } from '@enlace/domain'
import { allow, type Identity } from '@enlace/identity'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { invitingTo } from './inviting-to.ts'
import { mailGuests } from './mail-guest.ts'

/** The guests of a matchday, how each answered, and how far they got. */
export const listGuests: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  return { items: await list(tx, day.id), funnel: await readFunnel(tx, day.id) }
}

/** Invites firms by mail, which is queued in the same transaction. */
export const inviteGuests =
  ({ settings }: Identity): Handler<typeof inviteContract> =>
  async ({ tx, actor, params, body: { side, language, preApproved, guests }, record }) => {
    const day = await invitingTo(tx, actor, params.id)
    await allow(settings, 'invitingPerOrganisation', actor.organisationId)
    const invited: Parameters<typeof mailGuests>[3][number][] = []
    for (const guest of guests) {
      const id = asId<MatchdayGuestId>(uuidv7())
      const kept = await keepGuest(tx, day.id, { ...guest, id, side, preApproved, locale: language })
      if (kept === null) continue
      invited.push({ ...guest, id: kept, locale: language, picked: false })
    }
    await mailGuests(tx, settings.publicUrl, day, invited, 'invitation')
    if ((await countGuests(tx, day.id)) > mostGuests)
      throw new Problem('thing.conflict', `A matchday has ${mostGuests} guests at most.`)
    if (invited.length > 0) await record('guests.changed', { matchdayId: day.id, organisationId: day.organisationId })
    return { invited: invited.length }
  }

/** Withdraws an invitation that nobody answered. */
export const withdrawGuest: Handler<typeof withdrawContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  if (!(await withdraw(tx, day.id, params.guestId))) throw absent()
  await record('guests.changed', { matchdayId: day.id, organisationId: day.organisationId })
}
