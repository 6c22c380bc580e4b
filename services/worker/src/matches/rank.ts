import { readPublishedPassports, type PublishedPassport, type Transaction } from '@enlace/database'
import { rankMatches, weightProfiles, type Candidate, type Match, type Need, type Passport } from '@enlace/domain'
import type { Retrieved, SupplierIndex } from '@enlace/lexical'

/** A published passport as the scoring model reads it. */
export const toPassport = (row: PublishedPassport): Passport => ({
  ...row.content,
  id: row.id,
  organisationId: row.organisationId,
  name: row.name,
  state: 'published',
  version: row.version,
  publishedAt: row.publishedAt,
})

/** Weighs passports against one need by the model and the weights that its governance asks for, best first. */
export function rankPassports(
  index: SupplierIndex,
  need: Need,
  found: Pick<Retrieved, 'query' | 'hits'>,
  passports: readonly PublishedPassport[],
  today: string,
  limit: number,
): readonly Match[] {
  const candidates = passports
    .map(toPassport)
    .map((passport): Candidate => ({ passport, signals: index.signals(found, passport) }))
  return rankMatches(need, candidates, weightProfiles[need.governance], today, limit, (signals, passport) =>
    index.quoted(found.query, passport.language, signals),
  )
}

/** The best suppliers for a need, best first: candidates from memory, their passports in one query, then the model. */
export async function findMatches(
  tx: Transaction,
  index: SupplierIndex,
  need: Need,
  today: string,
  limit: number,
): Promise<readonly Match[]> {
  const found = index.retrieveCandidates(need)
  return rankPassports(index, need, found, await readPublishedPassports(tx, found.supplierIds), today, limit)
}
