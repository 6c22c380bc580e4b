import { countParticipations, type MatchdayRow, type Transaction } from '@enlace/database'
import { borneOf, type Borne, type OrganisationId } from '@enlace/domain'

/** What is borne of the fee of each of these suppliers; of nobody where the matchday says nothing of it. */
export async function bearingOf(
  tx: Transaction,
  { id, content: { cofinancing } }: MatchdayRow,
  suppliers: readonly OrganisationId[],
): Promise<(supplier: OrganisationId) => Borne | null> {
  if (cofinancing === undefined || suppliers.length === 0) return () => null
  const before = await countParticipations(tx, id, suppliers)
  const all = new Map(suppliers.map((supplier) => [supplier, borneOf(cofinancing, before.get(supplier) ?? 0)]))
  return (supplier) => all.get(supplier) ?? null
}
