import { sql } from 'drizzle-orm'

import type { ResultsView } from '@enlace/contracts'
import type { MatchdayId } from '@enlace/domain'

import type { Reader } from '../open.ts'

/** What became of a matchday, for whoever runs it; null for everybody else. */
export async function readResults(reader: Reader, id: MatchdayId): Promise<Omit<ResultsView, 'title'> | null> {
  const [row] = await reader.execute<{ results: Omit<ResultsView, 'title'> | null }>(
    sql`select matchday_results(${id}) as results`,
  )
  return row?.results ?? null
}
