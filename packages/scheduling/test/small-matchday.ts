import type { Candidate, SelectionParticipant, SelectionQuestion } from '../src/selection/question.ts'

/** A participant who comes all day, speaks Spanish and wants up to three meetings, but for what is said otherwise. */
export const participant = (other: Partial<SelectionParticipant> = {}): SelectionParticipant => ({
  side: 'host',
  standing: 'other',
  type: 'firm',
  languages: ['es'],
  slots: [0, 1, 2, 3],
  atLeast: 0,
  atMost: 3,
  quotas: [],
  ...other,
})

/** A pair that both wish for and that matches well, but for what is said otherwise. */
export const candidate = (host: number, visitor: number, other: Partial<Candidate> = {}): Candidate => ({
  host,
  visitor,
  score: 1,
  hostWish: 'meet',
  visitorWish: 'meet',
  metBefore: false,
  ...other,
})

/** A matchday of four slots and ten places. */
export const matchday = (
  participants: readonly SelectionParticipant[],
  candidates: readonly Candidate[],
  other: Partial<SelectionQuestion> = {},
): SelectionQuestion => ({
  participants,
  candidates,
  neverWith: [],
  interpreters: [],
  slots: 4,
  places: 10,
  ...other,
})
