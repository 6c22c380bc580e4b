import type { Instance, Meeting, Participant, Place, Slot } from '../instance.ts'
import type { At } from './cursor.ts'
import { DznError } from './dzn-error.ts'
import { readParts, type Parts } from './parts.ts'

/** The format gives no times of day: half an hour each, and an hour between the sessions. */
const minutes = 30
const pause = 60

/**
 * Reads a day in the format in which the instances of Bofill et al. (JAIR 2022) are published. It names no spread; theirs is 2.
 * Throws a `DznError` that names the line.
 */
export function readDzn(text: string, spread: number | null = 2): Instance {
  const parts = readParts(text)
  const meetings = readMeetings(parts)
  checkCounts(parts, meetings)
  return {
    slots: Array.from({ length: parts.nTotalSlots.value }, (_, t) => slotAt(t, parts.nMorningSlots.value)),
    participants: readParticipants(parts),
    places: Array.from({ length: parts.nTables.value }, (): Place => ({ zone: 0, closed: [] })),
    walking: [[0]],
    pools: [],
    meetings,
    spread,
  }
}

function slotAt(index: number, ofMorning: number): Slot {
  const session = index < ofMorning ? 0 : 1
  const start = index * minutes + session * pause
  return { start, end: start + minutes, session }
}

function readParticipants(parts: Parts): readonly Participant[] {
  const slots = parts.nTotalSlots.value
  return sized(parts, 'forbidden', parts.nBusiness).map(({ value }) => ({
    // 0 stands for no slot.
    forbidden: unique(value.filter((slot) => slot.value !== 0).map((slot) => indexOf(slot, slots, 'slot'))),
  }))
}

function readMeetings(parts: Parts): readonly Meeting[] {
  const slots = parts.nTotalSlots.value
  const fixed = sized(parts, 'fixed', parts.nMeetings)
  const before = sized(parts, 'precedences', parts.nMeetings)
  return sized(parts, 'requested', parts.nMeetings).map(({ value: row, line }, m): Meeting => {
    const [one, other, session, ...more] = row
    if (one === undefined || other === undefined || session === undefined || more.length > 0)
      throw new DznError('dzn.malformed', line, 'a meeting is two participants and a session')
    if (one === other) throw new DznError('dzn.contradiction', line, `${one} cannot meet itself`)
    const participants = [one, other].map((value) => indexOf({ value, line }, parts.nBusiness.value, 'participant'))
    const fixedTo = fixed[m] ?? { value: 0, line }
    const only = fixedTo.value === 0 ? null : indexOf(fixedTo, slots, 'slot')
    return {
      participants,
      slots: allowedSlots(session, line, only, parts),
      places: null,
      pool: null,
      after: unique((before[m]?.value ?? []).map((meeting) => indexOf(meeting, parts.nMeetings.value, 'meeting'))),
    }
  })
}

/** The slots of the session (1 morning, 2 afternoon, 3 any), or of them the one to which a meeting is fixed. */
function allowedSlots(session: number, line: number, only: number | null, parts: Parts): readonly number[] | null {
  const [total, morning] = [parts.nTotalSlots.value, parts.nMorningSlots.value]
  const bounds = [null, [0, morning], [morning, total], [0, total]][session]
  if (!bounds) throw new DznError('dzn.out-of-range', line, `there is no session ${session}`)
  if (only === null && session === 3) return null
  const [from = 0, to = 0] = bounds
  return Array.from({ length: to - from }, (_, t) => from + t).filter((slot) => only === null || slot === only)
}

/** The format says three times who meets whom: files that disagree with themselves are refused. */
function checkCounts(parts: Parts, meetings: readonly Meeting[]): void {
  if (parts.nMorningSlots.value > parts.nTotalSlots.value)
    throw new DznError('dzn.contradiction', parts.nMorningSlots.line, 'the morning is longer than the day')
  const counts = sized(parts, 'nMeetingsBusiness', parts.nBusiness)
  for (const [p, listed] of sized(parts, 'meetingsxBusiness', parts.nBusiness).entries()) {
    const own = meetings.flatMap(({ participants }, m) => (participants.includes(p) ? [m] : []))
    // 1 stands for no meeting, and all others are counted one higher for it.
    const said = listed.value.filter(({ value }) => value !== 1).map(({ value }) => value - 2)
    if (own.join() !== said.toSorted((a, b) => a - b).join())
      throw new DznError('dzn.contradiction', listed.line, `participant ${p + 1} has other meetings by "requested"`)
    const count = counts[p]
    if (count !== undefined && count.value !== own.length)
      throw new DznError(
        'dzn.contradiction',
        count.line,
        `participant ${p + 1} has ${own.length} meetings by "requested"`,
      )
  }
}

/** The items of a list that must have as many as another part says. */
function sized<
  N extends 'requested' | 'meetingsxBusiness' | 'nMeetingsBusiness' | 'forbidden' | 'fixed' | 'precedences',
>(parts: Parts, name: N, count: At<number>): Parts[N]['value'] {
  const { value, line } = parts[name]
  if (value.length !== count.value)
    throw new DznError('dzn.contradiction', line, `${name} has ${value.length} items where there are ${count.value}`)
  return value
}

/** The index of what counts from 1. */
function indexOf({ value, line }: At<number>, count: number, what: string): number {
  if (value < 1 || value > count)
    throw new DznError('dzn.out-of-range', line, `there is no ${what} ${value}; there are ${count}`)
  return value - 1
}

const unique = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].toSorted((a, b) => a - b)
