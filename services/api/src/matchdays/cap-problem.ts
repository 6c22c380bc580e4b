import { listPassedCaps, type MeetingPair, type Transaction } from '@enlace/database'
import { Problem, type MatchdaySide } from '@enlace/domain'

export type CappedPair = MeetingPair & {
  /** What each goes by. */
  readonly names: Readonly<Record<MatchdaySide, string>>
  readonly reader: MatchdaySide | 'organiser'
}

/** Why two do not meet once more: which of them has as many meetings as a rule allows; null where both have room. */
export async function capProblem(tx: Transaction, { names, reader, ...pair }: CappedPair): Promise<Problem | null> {
  const passed = await listPassedCaps(tx, pair)
  if (passed.length === 0) return null
  // How many meetings another firm may have, and by which rule, is not the reader's to know.
  const faults = passed.map(({ side, rule, most }) =>
    reader === 'organiser' || reader === side
      ? { path: `${side}.${rule}`, code: rule, message: `${names[side]} (${most})` }
      : { path: side, code: 'cap', message: names[side] },
  )
  return new Problem(
    'meeting.cap',
    'No more meetings than the rules of a firm allow. The organiser can raise its most or its quota, or add this meeting over the cap.',
    faults,
  )
}
