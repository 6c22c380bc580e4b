import { noteGuestMails, queueMails, type MatchdayRow, type ToldGuest, type Transaction } from '@enlace/database'
import { hashToken, newToken } from '@enlace/identity'

import { guestMail, type GuestMailKind } from './guest-mail.ts'

/** Queues a mail to each of these guests, with a link of its own, in the transaction that has reason to. */
export async function mailGuests(
  tx: Transaction,
  publicUrl: string,
  day: MatchdayRow,
  guests: readonly Extract<ToldGuest, { picked: false }>[],
  kind: GuestMailKind,
): Promise<void> {
  const told = guests.map((guest) => ({ guest, token: newToken() }))
  const about = { title: day.content.title, organiser: day.organiserName }
  const ids = await queueMails(
    tx,
    told.map(({ guest: { name, email, locale }, token }) => {
      const link = `${publicUrl}/matchday-invitation#token=${token}`
      return { recipient: email, ...guestMail(kind, locale, { ...about, name, link }) }
    }),
  )
  await noteGuestMails(
    tx,
    told.flatMap(({ guest: { id }, token }, at) => {
      const mailId = ids[at]
      return mailId === undefined ? [] : [{ id, tokenHash: hashToken(token), mailId }]
    }),
  )
}
