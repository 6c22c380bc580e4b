import type { EventPayload } from '@enlace/contracts'
import { notify, readMatchday } from '@enlace/database'
import type { NotificationKind } from '@enlace/domain'

import type { Effect } from '../reactions/reaction.ts'

/** What one of the two said, and that it is withdrawn, is told to nobody. */
const told: Partial<Readonly<Record<EventPayload<'introduction.changed'>['how'], NotificationKind>>> = {
  proposed: 'introduction-proposed',
  agreed: 'introduction-agreed',
}

/** Tells two firms that the organiser proposes a meeting, and all three that both accepted it. */
export const tellOfIntroduction =
  ({ matchdayId, organisationId, concerned, how }: EventPayload<'introduction.changed'>): Effect =>
  async (tx) => {
    const kind = told[how]
    const matchday = kind === undefined ? null : await readMatchday(tx, matchdayId)
    if (kind === undefined || matchday === null) return
    const to = how === 'agreed' ? [organisationId, ...concerned] : concerned
    await notify(tx, to, { kind, subject: matchdayId, detail: { title: matchday.content.title } })
  }
