/** A stretch of the matchday in which one meeting fits. Slots stand in the order of time and do not overlap. */
export type Slot = {
  /** Minutes since the start of the matchday. */
  readonly start: number
  readonly end: number
  /** Slots of one session follow each other without a meal or a night between them. */
  readonly session: number
}

/** Somebody who can be in one place at a time: one person of a firm, or a firm that comes with one team. */
export type Participant = {
  /** Slots in which they do not come. */
  readonly forbidden: readonly number[]
}

/** A table, a booth or a virtual room: one meeting at a time. */
export type Place = {
  readonly zone: number
  /** Slots in which it is closed. */
  readonly closed: readonly number[]
}

/** What several meetings share and each needs one of, such as the interpreters of one pair of languages. */
export type Pool = {
  /** How many there are, by slot. */
  readonly capacity: readonly number[]
}

/** A meeting that both sides agreed to; when and where is for the plan to say. */
export type Meeting = {
  /** Two or more, each once. */
  readonly participants: readonly number[]
  /** The only slots it may have; null where any will do. */
  readonly slots: readonly number[] | null
  /** The only places it may have; null where any will do. */
  readonly places: readonly number[] | null
  readonly pool: number | null
  /** Meetings that must lie in earlier slots. */
  readonly after: readonly number[]
}

/**
 * What a timetable is made for; all indices count from 0. A break is a run of idle slots between two meetings of one
 * participant, as in Bofill et al., Constraint Solving Approaches to the Business-to-Business Meeting Scheduling
 * Problem, JAIR 74 (2022).
 */
export type Instance = {
  readonly slots: readonly Slot[]
  readonly participants: readonly Participant[]
  readonly places: readonly Place[]
  /** Minutes from zone to zone; between two meetings with less time than that nobody can change zones. */
  readonly walking: readonly (readonly number[])[]
  readonly pools: readonly Pool[]
  readonly meetings: readonly Meeting[]
  /** Participants who never meet, two by two; absent where that is said of nobody. */
  readonly neverWith?: readonly (readonly [number, number])[]
  /** How many breaks more one participant may have than another; null where that is no rule. */
  readonly spread: number | null
}
