import type { PublishedPassport } from '@enlace/database'
import { rankMatches, weightProfiles, type Candidate, type Match, type Need, type Passport } from '@enlace/domain'
import { needQuery, type LexicalIndex } from '@enlace/lexical'

/** How many suppliers retrieval hands over to be weighed. */
export const candidatesLimit = 200

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
export function rankPassports(index: LexicalIndex, need: Need, passports: readonly PublishedPassport[], today: string, limit: number): readonly Match[] {
  const query = needQuery(need)
  const candidates = passports.map((row): Candidate => ({
    passport: toPassport(row),
    signals: { ...index.signals(query, row.content), meaning: null, answers: null },
  }))
  return rankMatches(need, candidates, weightProfiles[need.governance], today, limit)
}
