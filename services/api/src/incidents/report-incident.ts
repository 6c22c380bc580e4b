import { v7 as uuidv7 } from 'uuid'

import type { IncidentReport, reportIncident as reportContract } from '@enlace/contracts'
import {
  holdMeeting,
  keepRepair,
  listIncidents,
  readMeeting,
  readParticipantNames,
  readRepairBasis,
  type MatchdayRow,
  type RepairBasis,
  type Transaction,
} from '@enlace/database'
import {
  asId,
  assert,
  checkReportTime,
  Problem,
  slotsOf,
  type IncidentId,
  type MatchdayParticipant,
  type MatchdayParticipantId,
  type MeetingId,
  type MemberActor,
} from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { capProblem } from '../matchdays/cap-problem.ts'
import { noteAbsence, settleAbsence } from '../outcomes/note-absence.ts'
import { viewIncidents } from './incident-view.ts'
import { repair, type Happening, type Mended } from './repair.ts'
import { tellChanges } from './tell-changes.ts'

/** How often a booking may come in between that does not wait for the matchday. */
const rounds = 3
/** The newest of them are looked through for the one that was just kept. */
const looked = 20

/** Reports what happened; the matchday is held, so that one repair is made after the other. */
export const reportIncident: Handler<typeof reportContract> = async ({ tx, actor, params, body, record }) => {
  const organiser = actor.organisationKind === 'agency'
  const action = organiser ? 'matchday.run' : 'matchday.attend'
  const day = await matchdayFor(tx, actor, params.id, action, { states: ['published'], hold: 'alone' })
  const now = Date.now()
  const id = asId<IncidentId>(uuidv7())
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    const basis = await readRepairBasis(tx, day.id)
    if (basis === null) throw absent()
    const own = basis.participants.find(({ organisationId }) => organisationId === actor.organisationId) ?? null
    const what = await happeningOf(tx, day, basis, organiser ? null : own, actor, body.report)
    // That a meeting falls out, or that nobody came, can be said at any time.
    if (!('meetingId' in what)) checkReportTime(slotsOf(day.content) ?? [], now, organiser)
    const mended = repair(day.content, basis, what, { now, insist: organiser && body.insist })
    if (what.kind === 'pair-added' && mended.changes.length === 0) throw full()
    const overCap = await isOverCap(tx, what, body.report)
    const kept = { id, userId: actor.userId, ...factsOf(what, mended), overCap, tookMs: performance.now() - began }
    const fault = await keepRepair(tx, day.id, kept, mended.meetings, mended.shut)
    if (fault === 'never') throw full()
    if (fault !== null) continue
    await tellChanges(record, day, basis.participants, mended.changes)
    await noteMissing({ tx, record }, day, basis, what)
    await record('incident.reported', { matchdayId: day.id, organisationId: day.organisationId, incidentId: id })
    const row = (await listIncidents(tx, day.id, looked)).find((one) => one.id === id)
    assert(row !== undefined, 'who just reported it sees it')
    const [view] = await viewIncidents(tx, day, [row], organiser ? null : (own?.id ?? null))
    assert(view !== undefined, 'one row has one view')
    return view
  }
  throw new Problem('meeting.taken', 'Others booked the same times at the same moment. Try again.')
}

/** Whether a pair that is added passes a cap; refused unless the organiser says that it may. */
async function isOverCap(tx: Transaction, what: Happening, report: IncidentReport): Promise<boolean> {
  if (what.kind !== 'pair-added' || report.kind !== 'pair-added') return false
  const { hostId, visitorId } = what
  const named = await readParticipantNames(tx, [hostId, visitorId])
  const names = { host: named.get(hostId) ?? '', visitor: named.get(visitorId) ?? '' }
  const capped = await capProblem(tx, { hostId, visitorId, names, reader: 'organiser' })
  if (capped !== null && !report.overCap) throw capped
  return capped !== null
}

/** The one answer where two cannot be brought together, so that nobody's "no" is told by it. */
const full = (): Problem => new Problem('meeting.full', 'The two cannot be given a meeting any more.')

/** Who did not come goes into the ledger: from a meeting, as the other side says, or from the day, as the organiser does. */
async function noteMissing(
  noting: Parameters<typeof noteAbsence>[0],
  day: MatchdayRow,
  { participants }: RepairBasis,
  what: Happening,
): Promise<void> {
  if (what.kind === 'missed') {
    const meeting = await readMeeting(noting.tx, day.id, what.meetingId)
    if (meeting?.mine)
      await settleAbsence(noting, day, meeting, meeting.mine === 'host' ? meeting.visitor : meeting.host)
  } else if (what.kind === 'absent') {
    const firm = participants.find(({ id }) => id === what.participantId)
    assert(firm !== undefined, 'who is reported absent takes part')
    await noteAbsence(noting, day, { participantId: firm.id, organisationId: firm.organisationId }, null)
  }
}

const factsOf = (what: Happening, { changes }: Mended) => ({
  kind: what.kind,
  participantId: 'participantId' in what ? what.participantId : null,
  meetingId:
    'meetingId' in what ? what.meetingId : what.kind === 'pair-added' ? (changes.at(-1)?.meetingId ?? null) : null,
  place: 'place' in what ? what.place : null,
  minutes: 'minutes' in what ? what.minutes : null,
  changes,
})

/** What is reported, if the actor may: the organiser anything, a firm what is about itself and its own meetings. */
async function happeningOf(
  tx: Transaction,
  day: MatchdayRow,
  basis: RepairBasis,
  own: MatchdayParticipant | null,
  { organisationKind }: MemberActor,
  report: IncidentReport,
): Promise<Happening> {
  const organiser = organisationKind === 'agency'
  if (!organiser && own?.state !== 'admitted') throw absent()
  const firm = (id: MatchdayParticipantId | undefined): MatchdayParticipantId => {
    const participant = basis.participants.find((one) => one.id === (id ?? own?.id))
    if (!organiser && participant?.id !== own?.id) throw forbidden()
    if (participant === undefined) throw absent()
    if (participant.state !== 'admitted') throw new Problem('matchday.state', 'This firm does not take part any more.')
    return participant.id
  }
  switch (report.kind) {
    case 'absent':
      return { kind: 'absent', participantId: firm(report.participantId) }
    case 'late':
      return { kind: 'late', participantId: firm(report.participantId), minutes: report.minutes }
    case 'missed':
    case 'called-off':
      return { kind: report.kind, meetingId: await plannedMeeting(tx, day, report.meetingId) }
    case 'place-closed':
      if (!organiser) throw forbidden()
      if (!day.content.places.some(({ key }) => key === report.place)) throw absent()
      return report
    case 'pair-added':
      if (!organiser) throw forbidden()
      return pairOf(basis, firm(report.hostId), firm(report.visitorId))
  }
}

const forbidden = (): Problem =>
  new Problem('identity.forbidden', 'A firm reports of itself and its own meetings; the organiser of all others.')

/** Policies let a firm see no meetings but its own. */
async function plannedMeeting(tx: Transaction, day: MatchdayRow, id: MeetingId): Promise<MeetingId> {
  const meeting = await holdMeeting(tx, day.id, id)
  if (meeting === null) throw absent()
  if (meeting.state !== 'planned') throw new Problem('meeting.state', `This meeting is ${meeting.state}.`)
  return meeting.id
}

function pairOf(
  { participants, meetings }: RepairBasis,
  hostId: MatchdayParticipantId,
  visitorId: MatchdayParticipantId,
): Happening {
  const sideOf = (of: MatchdayParticipantId): string | undefined => participants.find(({ id }) => id === of)?.side
  if (sideOf(hostId) !== 'host' || sideOf(visitorId) !== 'visitor') throw absent()
  if (meetings.some((one) => one.hostId === hostId && one.visitorId === visitorId))
    throw new Problem('meeting.twice', 'The two have a meeting already.')
  return { kind: 'pair-added', hostId, visitorId }
}
