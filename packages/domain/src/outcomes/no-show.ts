export const excuseKinds = ['illness', 'travel', 'timetable', 'not-told', 'was-there', 'other'] as const
/** Why a firm was not there, or that it was. */
export type ExcuseKind = (typeof excuseKinds)[number]

export const noShowWitnesses = ['organiser', 'host', 'visitor'] as const
/** Who said that a firm did not come: the organiser or a side of the meeting, which may be the firm itself. */
export type NoShowWitness = (typeof noShowWitnesses)[number]

export const noShowStates = ['counts', 'disputed', 'excused', 'withdrawn', 'lapsed'] as const
/** Only what counts lowers a firm's priority. Disputed: the other side says so and the firm itself says otherwise. */
export type NoShowState = (typeof noShowStates)[number]

/** After so many months an entry counts no more. */
export const noShowMonths = 12

/** How much one entry takes from a pair's score, and for how many entries at most. */
const malusEach = 0.03
const malusEntries = 3

/**
 * What absences take from the score (0..1) of a pair when two pairs compete for the same time. Even at its most, times the
 * wishes of both sides, it is less than what a second meeting is worth beyond a third (0.3), so it decides between pairs
 * that are otherwise equal, never against a "must" nor against anybody's first meeting.
 */
export const absenceMalus = (entries: number): number => malusEach * Math.min(entries, malusEntries)
