import type { mendGuest as mendContract, remindGuests as remindContract } from '@enlace/contracts'
import { mendAddress, nextReminder, takeReminders } from '@enlace/database'
import { Problem, reminderDays } from '@enlace/domain'
import { allow, type Identity } from '@enlace/identity'

import type { Handler } from '../http/mount.ts'
import { absent } from '../matchdays/matchday-for.ts'
import { invitingTo } from './inviting-to.ts'
import { mailGuests } from './mail-guest.ts'

/** Reminds all guests who have not answered and heard nothing for some days. */
export const remindGuests =
  ({ settings }: Identity): Handler<typeof remindContract> =>
  async ({ tx, actor, params, record }) => {
    const day = await invitingTo(tx, actor, params.id)
    const guests = await takeReminders(tx, day.id, reminderDays)
    if (guests.length === 0) {
      const next = await nextReminder(tx, day.id, reminderDays)
      if (next === null) throw new Problem('guest.none-waits', 'Nobody who was invited has still to answer.')
      throw new Problem(
        'guest.reminded',
        `Each guest is reminded once in ${reminderDays} days; the next one at ${next}.`,
        [{ path: 'at', code: 'guest.reminded', message: next }],
      )
    }
    const mailed = guests.flatMap((guest) => (guest.picked ? [] : [guest]))
    await mailGuests(tx, settings.publicUrl, day, mailed, 'reminder')
    const about = { matchdayId: day.id, organisationId: day.organisationId }
    const firms = guests.flatMap((guest) => (guest.picked ? [guest.organisationId] : []))
    if (firms.length > 0) await record('firms.invited', { ...about, firms, again: true })
    await record('guests.changed', about)
    return { reminded: guests.length }
  }

/** Invites a guest at another address; the links that went to the one before end. */
export const mendGuest =
  ({ settings }: Identity): Handler<typeof mendContract> =>
  async ({ tx, actor, params, body, record }) => {
    const day = await invitingTo(tx, actor, params.id)
    await allow(settings, 'invitingPerOrganisation', actor.organisationId)
    const guest = await mendAddress(tx, day.id, params.guestId, body.email)
    if (guest === null) throw absent()
    if (guest === 'taken')
      throw new Problem('guest.invited', 'Another guest is invited at this address.', [
        { path: 'body.email', code: 'guest.invited', message: body.email },
      ])
    await mailGuests(tx, settings.publicUrl, day, [guest], 'invitation')
    await record('guests.changed', { matchdayId: day.id, organisationId: day.organisationId })
  }
