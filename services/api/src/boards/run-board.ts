import type {
  holdSlot as holdContract,
  lockMeeting as lockContract,
  releaseHold as releaseContract,
} from '@enlace/contracts'
import {
  holdMeeting,
  holdSlot as hold,
  lockMeeting as lock,
  readMeetingOnBoard,
  readParticipant,
  releaseHold as release,
  type MatchdayRow,
  type Transaction,
} from '@enlace/database'
import { asId, assert, checkSlots, Problem, type MatchdayParticipantId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'

/** Locks a planned meeting where it is, or unlocks it. */
export const lockMeeting: Handler<typeof lockContract> = async ({ tx, actor, params, body, record }) => {
  const { id, organisationId } = await matchdayFor(tx, actor, params.id, 'matchday.run')
  const meeting = await holdMeeting(tx, id, params.meetingId)
  if (meeting === null) throw absent()
  if (!(await lock(tx, meeting.id, body.locked)))
    throw new Problem('meeting.state', `This meeting is ${meeting.state}.`)
  await record('meeting.locked', { matchdayId: id, organisationId, meetingId: meeting.id })
  const shown = await readMeetingOnBoard(tx, organisationId, meeting.id)
  assert(shown !== null, 'who just locked a meeting sees it')
  return shown
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What can be held is a place of the matchday or somebody who is admitted to it. */
async function isThere(tx: Transaction, { id, content }: MatchdayRow, held: string): Promise<boolean> {
  if (content.places.some(({ key }) => key === held)) return true
  if (!isId.test(held)) return false
  return (await readParticipant(tx, id, { id: asId<MatchdayParticipantId>(held) }))?.state === 'admitted'
}

/** Holds a place or somebody's time free for some minutes. */
export const holdSlot: Handler<typeof holdContract> = async ({ tx, actor, params, body, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: ['published'] })
  checkSlots(day.content, [body.slot], 'body.slot')
  if (!(await isThere(tx, day, body.held))) throw absent()
  const kept = await hold(tx, day.id, body)
  if (kept === null) throw new Problem('meeting.taken', 'There is a meeting at that time.')
  await record('hold.changed', { matchdayId: day.id, organisationId: day.organisationId })
  return kept
}

/** Lets go of what is held before its time is over. */
export const releaseHold: Handler<typeof releaseContract> = async ({ tx, actor, params, record }) => {
  const { id, organisationId } = await matchdayFor(tx, actor, params.id, 'matchday.run')
  if (!(await release(tx, id, params.slot, params.held))) throw absent()
  await record('hold.changed', { matchdayId: id, organisationId })
}
