import type { listIncidents as listContract, undoIncident as undoContract } from '@enlace/contracts'
import {
  listIncidents as list,
  listMeetings,
  readRepairBasis,
  undoRepair,
  type IncidentRow,
  type MeetingRow,
  type MendedMeeting,
} from '@enlace/database'
import { assert, firstToCome, Problem, slotsOf, type IncidentChange } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { viewIncidents } from './incident-view.ts'
import { tellChanges } from './tell-changes.ts'

const looked = 100

export const listIncidents: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  return { items: await viewIncidents(tx, day, await list(tx, day.id, looked), null) }
}

/** Takes an incident back, as long as everything still stands as it left it. */
export const undoIncident: Handler<typeof undoContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: ['published'], hold: 'alone' })
  const rows = await list(tx, day.id, looked)
  const incident = rows.find(({ id }) => id === params.incidentId)
  if (incident === undefined) throw absent()
  if (incident.undoneAt !== null) throw builtUpon('It was taken back already.')
  const next = firstToCome(slotsOf(day.content) ?? [], Date.now())
  checkUntouched(incident, rows.slice(0, rows.indexOf(incident)), await listMeetings(tx, day.id), next)
  if ((await undoRepair(tx, day.id, incident.id, incident.changes.map(backOf))) !== null)
    throw builtUpon('A meeting that it ended cannot come back: something else was booked or said since.')
  const basis = await readRepairBasis(tx, day.id)
  const told = incident.changes.map((change) => ({ ...change, what: reverse[change.what] }))
  await tellChanges(record, day, basis?.participants ?? [], told)
  await record('incident.undone', { matchdayId: day.id, organisationId: day.organisationId, incidentId: incident.id })
  const row = (await list(tx, day.id, looked)).find(({ id }) => id === incident.id)
  const [view] = row === undefined ? [] : await viewIncidents(tx, day, [row], null)
  assert(view !== undefined, 'what was just taken back is there')
  return view
}

const builtUpon = (detail: string): Problem => new Problem('incident.built-upon', detail)

/** What an undo does to whom an incident did something. */
const reverse = { moved: 'moved', ended: 'found', lost: 'found', found: 'lost' } as const

/**
 * Refuses where something was built upon an incident.
 * @throws Problem incident.built-upon
 */
function checkUntouched(
  { changes, participantId, place }: IncidentRow,
  later: readonly IncidentRow[],
  meetings: readonly MeetingRow[],
  next: number,
): void {
  const isAbout = (one: IncidentRow): boolean =>
    one.undoneAt === null &&
    ((participantId !== null && one.participantId === participantId) || (place !== null && one.place === place))
  if (later.some(isAbout)) throw builtUpon('Something else was reported of the same firm or table since.')
  const now = new Map(meetings.map((one) => [one.id, one]))
  if (!changes.every((change) => standsAs(change, now.get(change.meetingId))))
    throw builtUpon('A meeting that it changed was changed again since.')
  if (
    changes.some(
      ({ from, to, what }) => what !== 'ended' && [from, to].some((spot) => spot !== null && spot.slot < next),
    )
  )
    throw builtUpon('The time of a meeting that it changed has begun.')
}

function standsAs({ to, what }: IncidentChange, meeting: MeetingRow | undefined): boolean {
  if (to !== null) return meeting?.state === 'planned' && meeting.slot === to.slot && meeting.place === to.place
  return meeting?.state === 'cancelled' || (what === 'ended' && meeting?.state === 'missed')
}

/** A meeting as it was before; one that was found goes back on standby. */
function backOf({ meetingId: id, hostId, visitorId, from, to, moves }: IncidentChange): MendedMeeting {
  const spot = from ?? to
  assert(spot !== null, 'what changed was or is somewhere')
  const state = from === null ? 'cancelled' : 'planned'
  return { id, hostId, visitorId, ...spot, state, moves, calledOff: false }
}
