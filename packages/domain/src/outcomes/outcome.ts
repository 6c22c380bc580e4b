import type { Money } from '../place.ts'

export const outcomeHeld = ['held', 'they-absent', 'we-absent', 'not-held'] as const
/** Whether a meeting took place, as one side says it, and who was not there. */
export type OutcomeHeld = (typeof outcomeHeld)[number]

export const outcomeInterests = ['none', 'follow-up', 'sample', 'quote', 'order'] as const
/** What one side wants after a meeting. */
export type OutcomeInterest = (typeof outcomeInterests)[number]

export const stepOwners = ['us', 'them', 'both'] as const
/** Who takes the next step, seen from the side that says it. */
export type StepOwner = (typeof stepOwners)[number]

export const outcomeVerdicts = ['open', 'waiting', 'held', 'missed', 'differ'] as const
/** What both sides' answers come to: nothing is told of the other's before both are there. */
export type OutcomeVerdict = (typeof outcomeVerdicts)[number]

/** What one side says became of a meeting; `held` is null where it says nothing yet. */
export type MeetingOutcome = {
  readonly held: OutcomeHeld | null
  readonly interest: OutcomeInterest | null
  readonly nextStep: string
  readonly nextBy: StepOwner | null
  /** A calendar day. */
  readonly nextOn: string | null
  readonly value: Money | null
  /** Nobody's but its own. */
  readonly note: string
}

export const nothingSaid: MeetingOutcome = {
  ...{ held: null, interest: null, nextStep: '', nextBy: null, nextOn: null, value: null, note: '' },
}

/** What is kept of an outcome: where there was no meeting there is no interest, no next step and no value, but a note stays. */
export const keptOutcome = (said: MeetingOutcome): MeetingOutcome =>
  said.held === 'held' ? said : { ...nothingSaid, held: said.held, note: said.note }

/** Days after a matchday's end on which those are asked who did not say what became of a meeting. */
export const outcomeAskDays = [0, 2] as const
/** Until how many days after its end anybody is asked. */
export const outcomeAskUntilDays = 14
