import type { BriefState } from './challenge.ts'
import type { NeedState } from '../needs/need.ts'

export type ProposingTo = {
  readonly state: NeedState
  readonly brief: BriefState | null
  /** False where it has clusters and the firm is in none. */
  readonly admits: boolean
  /** yyyy-mm-dd; proposals are welcome until the end of this day. */
  readonly answerBy: string | null
}

/** Whether a challenge takes proposals: it is published, its board said yes, it is open to the firm, and the day it names has not passed. */
export const takesProposals = ({ state, brief, admits, answerBy }: ProposingTo, today: string): boolean =>
  admits && state === 'published' && brief === 'approved' && (answerBy === null || answerBy >= today)
