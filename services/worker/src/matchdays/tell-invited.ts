import type { EventPayload } from '@enlace/contracts'
import { listMailed, notify, queueMails, readMatchday } from '@enlace/database'

import { noticeMail } from '../notifications/notice-mail.ts'
import type { Effect } from '../reactions/reaction.ts'

/** Tells firms that they are invited to a matchday, or that its organiser waits for their answer; their people get it by mail too. */
export const tellInvited =
  ({ matchdayId, firms, again }: EventPayload<'firms.invited'>): Effect =>
  async (tx) => {
    const matchday = await readMatchday(tx, matchdayId)
    if (matchday === null) return
    const kind = again ? 'matchday-reminded' : 'matchday-invited'
    const detail = { title: matchday.content.title, organiser: matchday.organiserName }
    await notify(tx, firms, { kind, subject: matchdayId, detail })
    await queueMails(
      tx,
      (await listMailed(tx, firms)).map(({ email, locale }) => ({
        recipient: email,
        ...noticeMail(kind, locale, detail),
      })),
    )
  }
