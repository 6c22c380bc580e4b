import { exclusionStanding, type ExclusionStatement } from '../../exclusions/exclusion.ts'
import type { Detail, Gate } from '../pair.ts'

const groundsOf = (statements: readonly ExclusionStatement[]): string =>
  [...new Set(statements.map(({ ground }) => ground))].join(', ')

/** Who said it, when and what it rests on; of several the one that counts most. */
const saidIn = (statement: ExclusionStatement | undefined): Detail =>
  statement === undefined
    ? {}
    : { on: statement.on, ...(statement.by === null ? {} : { by: statement.by, source: statement.source }) }

/** Nothing for which the buyer excludes is known of the supplier; what nobody said anything about is to be asked. */
export const exclusionsGate: Gate = ({ need, passport }) => {
  const grounds = need.excludes ?? []
  if (grounds.length === 0) return null
  const { verdict, statements, open } = exclusionStanding(grounds, passport.exclusions?.statements ?? [])
  if (verdict === 'fail')
    return { verdict, detail: { grounds: groundsOf(statements), ...saidIn(statements[0]) }, evidence: null }
  if (verdict === 'unstated') return { verdict, detail: { open: open.join(', ') }, evidence: null }
  // What somebody else looked at says more than what the supplier says of itself.
  const looked = statements.find(({ by }) => by !== null)
  const detail = looked === undefined ? saidIn(statements[0]) : { ...saidIn(looked), grounds: looked.ground }
  return { verdict, detail, evidence: null }
}
