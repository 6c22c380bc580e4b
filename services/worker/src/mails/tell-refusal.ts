import { noteGuestRefusal, noteInvitationRefusal, record } from '@enlace/database'
import type { MailId } from '@enlace/domain'

import type { Effect } from '../reactions/reaction.ts'

/** Lets whoever sees the addressee of a mail see that its address refused it for good, and why. */
export const tellRefusal =
  (mailId: MailId, refusal: string): Effect =>
  async (tx) => {
    const guest = await noteGuestRefusal(tx, mailId, refusal)
    if (guest !== null) await record(tx, 'guests.changed', guest, { organisationId: guest.organisationId })
    const invited = await noteInvitationRefusal(tx, mailId, refusal)
    if (invited !== null) await record(tx, 'invitation.refused', invited, { organisationId: invited.organisationId })
  }
