import type { PlanBasis } from '@enlace/database'
import { tableAppeal } from '@enlace/domain'
import type { Turns } from '@enlace/scheduling'

/** How good the tables of a matchday are, and who had how much of good ones before, as the timetable's model has it. */
export const turnsOf = ({ content, participants, balances }: PlanBasis): Turns => ({
  appeals: content.places.map((place) => tableAppeal(place)),
  balances: participants.map(({ id }) => balances.get(id) ?? 0),
})
