import { v7 as uuidv7 } from 'uuid'

import * as contract from '@enlace/contracts'
import type { MatchdayView, MeetingView } from '@enlace/contracts'
import { sendOperations } from '@enlace/api/door/send-operations'
import { leaveMatchday } from '@enlace/api/matchdays/attend-matchday'
import { listMeetings, readMatchday } from '@enlace/api/matchdays/read-matchdays'
import { moveMatchday } from '@enlace/api/matchdays/set-up-matchday'
import { noteNoShow } from '@enlace/api/outcomes/no-shows'
import { sayOutcome } from '@enlace/api/outcomes/say-outcome'
import { moveMatchday as shift, saveMatchday, type Transaction } from '@enlace/database'
import { assert, slotsOf, type MatchdayId, type OrganisationId } from '@enlace/domain'

import { act, behindTheScenes } from './act.ts'
import type { Cast } from './cast.ts'
import { demoId } from './demo-id.ts'
import { excuseAll } from './excuse-all.ts'
import { contentIn, type DemoMatchday } from './matchday-content.ts'

export type Past = DemoMatchday & { readonly past: NonNullable<DemoMatchday['past']> }

const nameOf = (key: string): OrganisationId => demoId('organisation', key)
/** The meeting of two firms, by their keys. */
const between =
  (meetings: readonly MeetingView[]) =>
  (one: string, other: string): MeetingView | undefined => {
    const pair = new Set<string>([nameOf(one), nameOf(other)])
    return meetings.find(({ host, visitor }) => pair.has(host.organisationId) && pair.has(visitor.organisationId))
  }

/** Lets a published day have been: who withdrew, who came, which meetings were held, and what both sides said after. */
export async function playPastDay(tx: Transaction, id: MatchdayId, one: Past, cast: Cast): Promise<void> {
  const organiser = cast(one.agency)
  const params = { id }
  for (const key of one.past.withdrew) await act(tx, cast(key), [contract.leaveMatchday, leaveMatchday], { params })
  await behindTheScenes(tx, () => lieBack(tx, id, one))
  const day = await act(tx, organiser, [contract.readMatchday, readMatchday], { params })
  const { items } = await act(tx, organiser, [contract.listMeetings, listMeetings], { params })
  const meetings = items.filter(({ state }) => state === 'planned')
  await act(tx, organiser, [contract.sendOperations, sendOperations], {
    params,
    body: { operations: doorOf(day, meetings, one) },
  })
  const find = between(meetings)
  for (const key of one.past.stayedAway) {
    const firm = meetings.map(({ visitor }) => visitor).find(({ organisationId }) => organisationId === nameOf(key))
    assert(firm !== undefined, `${key} had a meeting`)
    const { participantId } = firm
    await act(tx, organiser, [contract.noteNoShow, noteNoShow], { params, body: { participantId } })
  }
  for (const { by, of, outcome } of one.past.said) {
    const meeting = find(by, of)
    if (meeting === undefined) continue
    await act(tx, cast(by), [contract.sayOutcome, sayOutcome], {
      params: { id, meetingId: meeting.id },
      body: { ...outcome, revision: 0 },
    })
  }
  await excuseAll(tx, one, cast)
  await act(tx, organiser, [contract.moveMatchday, moveMatchday], { params, body: { to: 'closed' } })
}

/** Puts a day where it lies, with its hours. */
async function lieBack(tx: Transaction, id: MatchdayId, one: Past): Promise<void> {
  const content = contentIn(one, one.inDays)
  const slots = slotsOf(content) ?? []
  assert(await saveMatchday(tx, id, 1, content), 'nobody saved a day that is only being loaded')
  const starts = Math.min(...slots.map((slot) => slot.starts))
  await shift(tx, id, 'published', { starts, ends: Math.max(...slots.map((slot) => slot.ends)) })
}

/** What the staff at the door sent: who came, and what became of each meeting when its time was over. */
function doorOf({ content, slots }: MatchdayView, meetings: readonly MeetingView[], { past }: Past): object[] {
  const { missed, stayedAway } = past
  const away = new Set<string>(stayedAway.map(nameOf))
  const isMissed = ({ host, visitor }: MeetingView): boolean =>
    away.has(visitor.organisationId) ||
    missed.some((pair) => nameOf(pair.host) === host.organisationId && nameOf(pair.visitor) === visitor.organisationId)
  const people = new Map(
    meetings.flatMap(({ host, visitor }) => [host, visitor]).map((one) => [one.participantId, one]),
  )
  const operation = (deviceAt: string | undefined, deed: object): object => ({
    ...{ id: uuidv7(), deviceAt, offsetMs: 0, deed },
  })
  return [
    ...[...people.values()]
      .filter(({ organisationId }) => !away.has(organisationId))
      .map(({ participantId }) =>
        operation(slots[0]?.startsAt, { kind: 'check-in', participantId, day: content.sessions[0]?.date }),
      ),
    ...meetings.map((meeting) =>
      operation(meeting.endsAt, {
        ...{ kind: 'outcome', meetingId: meeting.id },
        state: isMissed(meeting) ? 'missed' : 'held',
      }),
    ),
  ]
}
