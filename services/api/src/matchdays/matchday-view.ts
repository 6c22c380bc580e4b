import type { MatchdayCard, MatchdayView } from '@enlace/contracts'
import {
  countMatchday,
  inOrder,
  listPlans,
  readMatchday,
  readParticipant,
  type MatchdayRow,
  type Transaction,
} from '@enlace/database'
import { assert, slotsOf, usualFloor, type MatchdayContent, type MatchdayId, type MemberActor } from '@enlace/domain'

import { bearingOf } from '../cofinancing/bearing.ts'
import { viewPlan } from '../plans/plan-view.ts'

/** A matchday as one line of a list. */
export const viewCard = (row: MatchdayRow, { organisationId }: MemberActor): MatchdayCard => ({
  id: row.id,
  organiser: { id: row.organisationId, name: row.organiserName },
  mine: row.organisationId === organisationId,
  state: row.state,
  title: row.content.title,
  language: row.content.language,
  venue: row.content.venue,
  timeZone: row.content.timeZone,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  participation: row.participation,
  invited: row.invited,
})

const instant = (ms: number): string => new Date(ms).toISOString()
/** The slots of a matchday with their times; empty while one of its sessions begins at no time. */
export function slotTimes(content: MatchdayContent): { session: number; startsAt: string; endsAt: string }[] {
  try {
    const slots = slotsOf(content) ?? []
    return slots.map(({ session, starts, ends }) => ({ session, startsAt: instant(starts), endsAt: instant(ends) }))
  } catch {
    // A draft may name a zone that there is none of.
    return []
  }
}

const shownPlans = 5

/** A matchday with all that its reader may know of it. */
export async function viewMatchday(tx: Transaction, row: MatchdayRow, actor: MemberActor): Promise<MatchdayView> {
  const card = viewCard(row, actor)
  const own =
    row.participantId === null ? null : await readParticipant(tx, row.id, { organisationId: actor.organisationId })
  const borne = await bearingOf(tx, row, actor.organisationKind === 'supplier' ? [actor.organisationId] : [])
  const plans = card.mine ? await listPlans(tx, row.id, shownPlans) : []
  return {
    ...card,
    content: { leastMeetings: usualFloor, ...row.content },
    slots: slotTimes(row.content),
    revision: row.revision,
    own: own === null ? null : { ...own, away: [...own.away], languages: [...own.languages] },
    borne: borne(actor.organisationId),
    plans: await inOrder(plans.map((plan) => viewPlan(tx, row, plan))),
    counts: card.mine ? await countMatchday(tx, row.id) : null,
  }
}

/** The same as it stands after what was just done to it. */
export async function reread(tx: Transaction, id: MatchdayId, actor: MemberActor): Promise<MatchdayView> {
  const row = await readMatchday(tx, id)
  assert(row !== null, 'who just changed a matchday sees it')
  return viewMatchday(tx, row, actor)
}
