import { isLive, type LinkageStage } from './stage.ts'

/** How many days after a stage began both sides are asked how it goes. */
export const followUpDays = [7, 30, 90, 180, 365] as const
/** How long the links of a mail can be answered by. */
export const followUpOpenDays = 21

export const followUpAnswers = ['talking', 'contract', 'stopped', 'no-answer'] as const
/** Still talking, a contract, stopped, or never an answer from the other side. */
export type FollowUpAnswer = (typeof followUpAnswers)[number]

const dayMs = 86_400_000

/** When both sides are asked next, counted from when the stage began; null where the clock has run down. */
export function followUpAt(stage: LinkageStage, since: Date, round: number): Date | null {
  const days = followUpDays[round]
  return days === undefined || !isLive(stage) ? null : new Date(since.getTime() + days * dayMs)
}

/** The last round that is due: of several that nobody asked about, since no worker ran, only that one is asked. */
export function dueRound(since: Date, from: number, now: Date): number | null {
  const days = (now.getTime() - since.getTime()) / dayMs
  const round = followUpDays.findLastIndex((wait) => wait <= days)
  return round < from ? null : round
}

/** The step that an answer asks for, if any; where it cannot be taken the answer is kept all the same. */
export const stepOfAnswer: Readonly<Record<FollowUpAnswer, LinkageStage | null>> = {
  talking: null,
  contract: 'contract',
  stopped: 'stopped',
  'no-answer': null,
}
