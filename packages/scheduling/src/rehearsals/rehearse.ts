import { randomFrom } from '../random.ts'
import { target, type Assumptions, type Frame } from './assumptions.ts'
import { forecastOf, leastFor, type Forecast } from './intervals.ts'
import { playDay, type PlayedDay } from './played-day.ts'

/** The share of agreed pairs that has a time with so many tables. */
export type CurvePoint = { readonly tables: number; readonly share: Forecast }

export type Rehearsal = {
  readonly days: number
  readonly agreed: Forecast
  readonly meetings: Forecast
  readonly held: Forecast
  readonly interpreters: Forecast
  readonly doorStaff: Forecast
  readonly everyFloor: number
  /** The share of days in which what is aimed at is reached with the tables there are. */
  readonly reached: number
  /** The fewest with which it is reached in as many days as it should; null where no number does. */
  readonly tables: number | null
  /** With more than these none is used, in as many days as it should be reached. */
  readonly enoughTables: number
  /** The fewest with which it is reached with the tables there are; null where no number does. */
  readonly slots: number | null
  readonly curve: readonly CurvePoint[]
}

export type RehearsalOptions = { readonly days: number; readonly seed: number }

/** Points of the curve at most; more are not told apart in a picture. */
const points = 40

/** Plays a matchday many times, one day after each call of `next`, and says what came of all. Other work can go on in between. */
export function* rehearseInPieces(
  assumptions: Assumptions,
  frame: Frame,
  { days, seed }: RehearsalOptions,
): Generator<number, Rehearsal, void> {
  const random = randomFrom(seed)
  const played: PlayedDay[] = []
  for (let day = 1; day <= days; day += 1) {
    played.push(playDay(assumptions, frame, random))
    yield day
  }
  const of = (value: (day: PlayedDay) => number): Forecast => forecastOf(played.map(value))
  const shareOf = (condition: (day: PlayedDay) => boolean): number => played.filter(condition).length / days
  const tables = leastFor(
    played.map((day) => day.tables),
    target.days,
  )
  const enoughTables = leastFor(
    played.map((day) => Math.ceil(day.placed(Infinity) / frame.slots)),
    target.days,
  )
  const slots = leastFor(
    played.map((day) => day.slots),
    target.days,
  )
  const last = Math.ceil(Math.max(frame.tables, enoughTables) * 1.2)
  const step = Math.max(1, Math.ceil(last / points))
  const shown = Array.from({ length: Math.ceil(last / step) }, (_, at) => (at + 1) * step)
  return {
    days,
    agreed: of((day) => day.agreed),
    meetings: of((day) => day.placed(frame.tables)),
    held: of((day) => day.held),
    interpreters: of((day) => day.interpreters),
    doorStaff: of((day) => day.doorStaff),
    everyFloor: shareOf((day) => day.everyFloor),
    reached: shareOf((day) => day.tables <= frame.tables),
    tables: Number.isFinite(tables) ? tables : null,
    enoughTables,
    slots: Number.isFinite(slots) ? slots : null,
    curve: shown.map((count) => ({
      tables: count,
      share: of((day) => (day.agreed === 0 ? 1 : day.placed(count) / day.agreed)),
    })),
  }
}

/** The same at once. */
export function rehearse(assumptions: Assumptions, frame: Frame, options: RehearsalOptions): Rehearsal {
  const pieces = rehearseInPieces(assumptions, frame, options)
  for (;;) {
    const { done, value } = pieces.next()
    if (done === true) return value
  }
}
