import { noteGuestMail, queueMail, type MatchdayRow, type ToldGuest, type Transaction } from '@enlace/database'
import { hashToken, newToken } from '@enlace/identity'

import { guestMail, type GuestMailKind } from './guest-mail.ts'

/** Queues a mail to a guest, with a link of its own, in the transaction that has reason to. */
export async function mailGuest(
  tx: Transaction,
  publicUrl: string,
  day: MatchdayRow,
  guest: Extract<ToldGuest, { picked: false }>,
  kind: GuestMailKind,
): Promise<void> {
  const token = newToken()
  const told = { name: guest.name, title: day.content.title, organiser: day.organiserName }
  const mail = guestMail(kind, guest.locale, { ...told, link: `${publicUrl}/matchday-invitation#token=${token}` })
  const mailId = await queueMail(tx, { recipient: guest.email, ...mail })
  await noteGuestMail(tx, guest.id, { tokenHash: hashToken(token), mailId })
}
