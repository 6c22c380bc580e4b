import type { readResults as resultsContract, ResultsView } from '@enlace/contracts'
import { readResults as read, type MatchdayRow, type Transaction } from '@enlace/database'
import { assert, safeFigure } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'

/** What became of a matchday. Money of fewer than three pairs is theirs alone, also towards the organiser. */
export async function resultsOf(tx: Transaction, day: MatchdayRow): Promise<ResultsView> {
  const results = await read(tx, day.id)
  assert(results !== null, 'who runs a matchday reads its results')
  const values = results.values.map((sum) => ({ ...sum, amountMinor: safeFigure(sum.n, sum.amountMinor) }))
  return { ...results, title: day.content.title, values }
}

export const readResults: Handler<typeof resultsContract> = async ({ tx, actor, params }) =>
  resultsOf(tx, await matchdayFor(tx, actor, params.id, 'matchday.run'))
