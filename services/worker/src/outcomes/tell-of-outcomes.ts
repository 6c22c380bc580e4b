import type { EventPayload } from '@enlace/contracts'
import { notify, readMatchday, readOrganisation } from '@enlace/database'

import type { Effect } from '../reactions/reaction.ts'

type NoShow = EventPayload<'no-show.noted'> & Partial<EventPayload<'no-show.decided'>>

/** Tells a firm that it is noted as absent and what was decided, and the organiser why it was absent. */
export const tellOfNoShow =
  (
    name: 'no-show.noted' | 'no-show.excused' | 'no-show.decided',
    { matchdayId, organisationId, firmId, accepted }: NoShow,
  ): Effect =>
  async (tx) => {
    const matchday = await readMatchday(tx, matchdayId)
    const firm = await readOrganisation(tx, firmId)
    if (matchday === null || firm === null) return
    const kinds = {
      'no-show.noted': 'no-show-noted',
      'no-show.excused': 'no-show-excused',
      'no-show.decided': 'no-show-decided',
    } as const
    const detail = { title: matchday.content.title, firm: firm.name, accepted: accepted === true ? 'yes' : 'no' }
    await notify(tx, [name === 'no-show.excused' ? organisationId : firmId], {
      kind: kinds[name],
      subject: matchdayId,
      detail,
    })
  }
