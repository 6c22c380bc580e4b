import type { MatchdaySide, ParticipantState } from '../matchdays/matchday.ts'
import { Problem } from '../problem.ts'

export const requestKinds = ['wish', 'introduction'] as const
/** Who asks a firm to meet another: that other, or the organiser that introduces them. */
export type RequestKind = (typeof requestKinds)[number]

export const requestStates = ['waits', 'accepted', 'expired'] as const
/** How a request stands for whom it is: without its answer, accepted while the other has not, or accepted in vain. */
export type RequestState = (typeof requestStates)[number]

export const introductionStates = ['open', 'agreed', 'expired'] as const
/** How an introduction stands for its organiser, who is not told what one of the two said. */
export type IntroductionState = (typeof introductionStates)[number]

/** So long a meeting that is proposed after answers were due can be answered, where the organiser says nothing else. */
export const introductionDays = 2

/** How an introduction stands. */
export const introductionState = (agreed: boolean, late: boolean): IntroductionState => {
  if (agreed) return 'agreed'
  return late ? 'expired' : 'open'
}

type Side = { readonly side: MatchdaySide; readonly state: ParticipantState }
/** What is known of two participants before they are introduced. */
export type IntroducedPair = {
  readonly one: Side
  readonly other: Side
  /** The organiser keeps them apart, or one of them named the other as its rival. */
  readonly barred: boolean
  /** Both want to meet, or have a meeting that was not cancelled. */
  readonly agreed: boolean
}

/**
 * Refuses to introduce two firms that would not meet, or that will anyhow.
 * @throws Problem introduction.side, introduction.not-admitted, introduction.barred, introduction.needless
 */
export function checkIntroduction({ one, other, barred, agreed }: IntroducedPair): void {
  if (one.side === other.side)
    throw new Problem('introduction.side', 'Buyers meet suppliers here, and suppliers buyers.')
  if (one.state !== 'admitted' || other.state !== 'admitted')
    throw new Problem('introduction.not-admitted', 'Only firms that you admitted can be introduced.')
  if (barred) throw new Problem('introduction.barred', 'These two firms are kept apart.')
  if (agreed) throw new Problem('introduction.needless', 'These two have agreed to meet already.')
}
