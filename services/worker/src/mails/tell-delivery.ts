import { noteDelivery, record } from '@enlace/database'
import type { MailId } from '@enlace/domain'

import type { Effect } from '../reactions/reaction.ts'

/** Lets the organiser of a matchday see whether the address of a guest takes mail. */
export const tellDelivery =
  (mailId: MailId, delivered: boolean): Effect =>
  async (tx) => {
    const about = await noteDelivery(tx, mailId, delivered)
    if (about !== null) await record(tx, 'guests.changed', about, { organisationId: about.organisationId })
  }
