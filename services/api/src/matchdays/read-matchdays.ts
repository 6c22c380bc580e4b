import type {
  listMatchdays as listContract,
  listMeetings as meetingsContract,
  listParticipants as participantsContract,
  readMatchday as readContract,
} from '@enlace/contracts'
import { listMatchdays as list, listMeetings as listOfMeetings, listParticipants as listOf } from '@enlace/database'
import { can, Problem } from '@enlace/domain'

import { bearingOf } from '../cofinancing/bearing.ts'
import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { matchdayFor } from './matchday-for.ts'
import { viewCard, viewMatchday } from './matchday-view.ts'
import { viewMeetings } from './meeting-view.ts'
import { viewParticipant } from './participant-view.ts'

export const listMatchdays: Handler<typeof listContract> = async ({ tx, actor, query }) => {
  if (!can(actor, 'matchday.list', null))
    throw new Problem('identity.forbidden', 'Matchdays are for agencies that hold them, and for buyers and suppliers.')
  const rows = await list(tx, {
    after: fromCursor(query.cursor, { at: 'string', id: 'string' }),
    limit: query.limit + 1,
  })
  const page = cutPage(rows, query.limit, ({ createdAt, id }) => ({ at: createdAt, id }))
  return { items: page.items.map((row) => viewCard(row, actor)), next: page.next }
}

export const readMatchday: Handler<typeof readContract> = async ({ tx, actor, params }) =>
  viewMatchday(tx, await matchdayFor(tx, actor, params.id, 'matchday.read'), actor)

export const listParticipants: Handler<typeof participantsContract> = async ({ tx, actor, params, query }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.read')
  const { id } = day
  const organiser = day.organisationId === actor.organisationId
  const rows = await listOf(tx, id, {
    after: fromCursor(query.cursor, { name: 'string', id: 'string' }),
    limit: query.limit + 1,
    others: !organiser,
  })
  const page = cutPage(rows, query.limit, ({ name, id: participantId }) => ({ name, id: participantId }))
  const suppliers = organiser ? page.items.filter(({ side }) => side === 'visitor') : []
  const borne = await bearingOf(
    tx,
    day,
    suppliers.map((row) => row.organisationId),
  )
  return {
    items: page.items.map((row) => viewParticipant(row, organiser, borne(row.organisationId))),
    next: page.next,
  }
}

export const listMeetings: Handler<typeof meetingsContract> = async ({ tx, actor, params }) => {
  const { id, content } = await matchdayFor(tx, actor, params.id, 'matchday.read')
  return { items: viewMeetings(content, await listOfMeetings(tx, id)) }
}
