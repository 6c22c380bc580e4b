import type { PublishedPassport } from '@enlace/database'
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
