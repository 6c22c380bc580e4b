import type { listOutcomes as listContract, sayOutcome as sayContract } from '@enlace/contracts'
import {
  holdMeeting,
  keepOutcome,
  listMeetings,
  listOutcomes as list,
  settleMeeting,
  type MatchdayRow,
} from '@enlace/database'
import { assert, keptOutcome, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { tell } from '../matchdays/run-meeting.ts'
import { settleAbsence } from './note-absence.ts'
import { viewOutcomes } from './outcome-view.ts'

// Meetings may be earlier than planned, so anything can be said from the day's own beginning on.
const hasBegun = ({ startsAt }: MatchdayRow): boolean => startsAt !== null && startsAt <= new Date().toISOString()

export const listOutcomes: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend')
  const items = viewOutcomes(day, await listMeetings(tx, day.id), await list(tx, day.id))
  return { begun: hasBegun(day), items }
}

/** Keeps what one side says of a meeting, and does what both answers come to. */
export const sayOutcome: Handler<typeof sayContract> = async ({ tx, actor, params, body, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend')
  // Two who say theirs at once wait for each other here, so that the second sees what both come to.
  const meeting = await holdMeeting(tx, day.id, params.meetingId)
  if (meeting === null || meeting.mine === null) throw absent()
  if (!hasBegun(day)) throw new Problem('outcome.early', 'What became of a meeting is said once the day has begun.')
  if (meeting.state === 'cancelled') throw new Problem('meeting.state', 'This meeting is cancelled.')
  const { organisationId, userId } = actor
  const by = { meetingId: meeting.id, organisationId, side: meeting.mine, userId }
  const { revision, ...said } = body
  if (!(await keepOutcome(tx, by, keptOutcome(said), revision)))
    throw new Problem('thing.changed', 'A colleague said something of this meeting meanwhile.')
  const [own, other] = meeting.mine === 'host' ? [meeting.host, meeting.visitor] : [meeting.visitor, meeting.host]
  const away = { 'they-absent': other, 'we-absent': own, held: null, 'not-held': null }
  await settleAbsence({ tx, record }, day, meeting, said.held === null ? null : away[said.held])
  const view = viewOutcomes(day, [meeting], await list(tx, day.id))[0]
  assert(view !== undefined, 'who just said something of a meeting sees it')
  const { verdict } = view
  if ((verdict === 'held' || verdict === 'missed') && meeting.state !== verdict && meeting.state !== 'held') {
    // Its time may be somebody else's by now; what was said stands all the same.
    const settled = (await settleMeeting(tx, meeting.id, verdict, meeting.note)) === null
    if (settled) await tell(record, day, meeting)
    if (settled && verdict === 'held') await tell(record, day, meeting, 'meeting.held')
  }
  await record('outcome.said', {
    ...{ matchdayId: day.id, organisationId: day.organisationId, meetingId: meeting.id, byId: organisationId },
    ...{ hostId: meeting.host.organisationId, visitorId: meeting.visitor.organisationId },
  })
  return view
}
