import type { Gate } from '../pair.ts'

/** Answers are welcome until the end of the day `answerBy`. */
export const answerDateGate: Gate = ({ need, today }) =>
  need.answerBy === null
    ? null
    : { verdict: today <= need.answerBy ? 'pass' : 'fail', detail: { answerBy: need.answerBy }, evidence: null }
