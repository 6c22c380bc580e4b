import type { listOffers as listContract, MeetingOffer } from '@enlace/contracts'
import { listOffers as list, type MatchdayRow, type Transaction } from '@enlace/database'
import type { FieldFault } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from './matchday-for.ts'
import { slotTimes } from './matchday-view.ts'

const most = 5

/** With whom the actor could meet now; nobody while there is no timetable. */
export async function offersOf(tx: Transaction, day: MatchdayRow): Promise<MeetingOffer[]> {
  if (day.state !== 'published') return []
  const slots = slotTimes(day.content)
  const now = new Date().toISOString()
  const from = slots.filter(({ startsAt }) => startsAt <= now).length
  return (await list(tx, day.id, from, most)).flatMap((row) => {
    const slot = slots[row.slot]
    return slot === undefined ? [] : [{ ...row, startsAt: slot.startsAt, endsAt: slot.endsAt }]
  })
}

/** The same as what may come with a refusal: whom to ask for instead, and when. */
export const asFaults = (offers: readonly MeetingOffer[]): FieldFault[] =>
  offers.map(({ participantId, name, startsAt }) => ({
    path: `participants.${participantId}`,
    code: 'offer',
    message: `${name} has time at ${startsAt}.`,
  }))

export const listOffers: Handler<typeof listContract> = async ({ tx, actor, params }) => ({
  items: await offersOf(tx, await matchdayFor(tx, actor, params.id, 'matchday.read')),
})
