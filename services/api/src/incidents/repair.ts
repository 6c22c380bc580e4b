import { v7 as uuidv7 } from 'uuid'

import type { MendedMeeting, RepairBasis, RepairMeeting } from '@enlace/database'
import {
  asId,
  firstAfterDelay,
  firstToCome,
  firstToFill,
  mostMoves,
  slotsOf,
  type IncidentChange,
  type MatchdayContent,
  type MatchdayParticipantId,
  type MatchdaySlot,
  type MeetingId,
} from '@enlace/domain'
import { Day, unplaced, type DayEvent, type Instance, type Plan } from '@enlace/scheduling'

import { modelFor } from './model.ts'
import { pullIn } from './standby.ts'
import { Tally } from './tally.ts'

/** What happened, as far as the timetable goes. */
export type Happening =
  | { readonly kind: 'absent'; readonly participantId: MatchdayParticipantId }
  | { readonly kind: 'late'; readonly participantId: MatchdayParticipantId; readonly minutes: number }
  | { readonly kind: 'missed' | 'called-off'; readonly meetingId: MeetingId }
  | { readonly kind: 'place-closed'; readonly place: string }
  | { readonly kind: 'pair-added'; readonly hostId: MatchdayParticipantId; readonly visitorId: MatchdayParticipantId }

export type Mended = {
  readonly changes: readonly IncidentChange[]
  readonly meetings: readonly MendedMeeting[]
  /** Who, or which place, is out from now on, and in which slots. */
  readonly shut: readonly { readonly held: string; readonly slot: number }[]
}
export type When = { readonly now: number; readonly insist: boolean }

/** Mends a matchday's timetable after something happened; nothing is written. */
export function repair(content: MatchdayContent, basis: RepairBasis, what: Happening, { now, insist }: When): Mended {
  const slots = slotsOf(content) ?? []
  const next = firstToCome(slots, now)
  const ends = what.kind === 'missed' || what.kind === 'called-off'
  const model = modelFor(content, slots, basis, what)
  const day = new Day(model.instance, model.plan)
  day.advance(ends ? firstToFill(slots, now) : next)
  const tired = new Set<number>()
  for (const [index, { state, slot, moves, id, locked }] of basis.meetings.entries()) {
    if (!insist && moves >= mostMoves) tired.add(index)
    const isSubject = ends && id === what.meetingId
    if (!isSubject && (locked || state === 'held' || slot < next || tired.has(index))) day.lock(index)
  }
  const { lost } = day.apply(eventOf(day.instance, content, basis, what, untilOf(slots, basis, what, now)))
  pullIn(day, model, new Tally(content, basis.participants), basis.meetings.length)
  const rules = new Map(lost.map(({ meeting, rule }) => [meeting, tired.has(meeting) ? 'moved-often' : rule]))
  const about = { model, rules, content, what }
  const { plan } = day
  const found = [...model.pairs.keys()].flatMap((index) => changeOf(about, plan, index, basis.meetings[index]))
  return {
    changes: found.map(({ change }) => change),
    meetings: found.map(({ meeting }) => meeting),
    shut: shutBy(what, slots, next, untilOf(slots, basis, what, now)),
  }
}

/** The slot from which on whoever is late is there. */
function untilOf(slots: readonly MatchdaySlot[], { meetings }: RepairBasis, what: Happening, now: number): number {
  if (what.kind !== 'late') return slots.length
  const own = meetings.filter(
    ({ hostId, visitorId }) => hostId === what.participantId || visitorId === what.participantId,
  )
  const due = own.map(({ slot }) => slot).filter((slot) => (slots[slot]?.ends ?? 0) > now)
  return firstAfterDelay(slots, now, due.length === 0 ? null : Math.min(...due), what.minutes)
}

function eventOf(
  { meetings }: Instance,
  { places }: MatchdayContent,
  basis: RepairBasis,
  what: Happening,
  until: number,
): DayEvent {
  const participant = (of: MatchdayParticipantId): number => basis.participants.findIndex(({ id }) => id === of)
  switch (what.kind) {
    case 'absent':
      return { kind: 'no-show', participant: participant(what.participantId) }
    case 'late':
      return { kind: 'late', participant: participant(what.participantId), until }
    case 'place-closed':
      return { kind: 'place-lost', place: places.findIndex(({ key }) => key === what.place) }
    case 'pair-added':
      return { kind: 'walk-in', meeting: { ...meetings.at(-1), ...walkIn(participant, what) } }
    default:
      return { kind: 'cancellation', meeting: basis.meetings.findIndex(({ id }) => id === what.meetingId) }
  }
}

const walkIn = (
  participant: (of: MatchdayParticipantId) => number,
  { hostId, visitorId }: Extract<Happening, { kind: 'pair-added' }>,
) => ({ participants: [participant(hostId), participant(visitorId)], slots: null, places: null, pool: null, after: [] })

function shutBy(what: Happening, slots: readonly MatchdaySlot[], next: number, until: number): Mended['shut'] {
  const held = what.kind === 'place-closed' ? what.place : 'participantId' in what ? what.participantId : null
  if (held === null) return []
  return [...slots.keys()].slice(next, Math.max(next, until)).map((slot) => ({ held, slot }))
}

type About = {
  readonly model: ReturnType<typeof modelFor>
  readonly rules: ReadonlyMap<number, string>
  readonly content: MatchdayContent
  readonly what: Happening
}

/** What became of one meeting, and how it is to be kept; nothing where it stays as it was. */
function changeOf(
  { model, rules, content, what }: About,
  plan: Plan,
  index: number,
  was: RepairMeeting | undefined,
): { readonly change: IncidentChange; readonly meeting: MendedMeeting }[] {
  const pair = model.pairs[index]
  const [slot, at] = [plan.slots[index] ?? unplaced, content.places[plan.places[index] ?? unplaced]]
  const to = slot === unplaced || at === undefined ? null : { slot, place: at.key }
  const isEnded = was !== undefined && 'meetingId' in what && what.meetingId === was.id
  const isSame = was === undefined ? to === null : was.slot === to?.slot && was.place === to.place
  if (pair === undefined || (isSame && !isEnded)) return []
  const { hostId, visitorId } = pair
  const common = { hostId, visitorId }
  if (was === undefined) {
    if (to === null) return []
    const id = asId<MeetingId>(uuidv7())
    const change = { ...common, meetingId: id, what: 'found', from: null, to, rule: null, moves: 0 } as const
    return [{ change, meeting: { ...common, id, ...to, state: 'planned', moves: 0, calledOff: false } }]
  }
  const from = { slot: was.slot, place: was.place }
  const kept = { ...common, meetingId: was.id, from, moves: was.moves }
  const meeting = { ...common, ...from, id: was.id, moves: was.moves, calledOff: false }
  if (isEnded)
    return [
      {
        change: { ...kept, what: 'ended', to: null, rule: null },
        meeting: {
          ...meeting,
          state: what.kind === 'missed' ? 'missed' : 'cancelled',
          calledOff: what.kind !== 'missed',
        },
      },
    ]
  if (to === null)
    return [
      {
        change: { ...kept, what: 'lost', to, rule: rules.get(index) ?? 'person-away' },
        meeting: { ...meeting, state: 'cancelled' },
      },
    ]
  const moves = was.moves + (to.slot === was.slot ? 0 : 1)
  return [
    { change: { ...kept, what: 'moved', to, rule: null }, meeting: { ...meeting, ...to, state: was.state, moves } },
  ]
}
