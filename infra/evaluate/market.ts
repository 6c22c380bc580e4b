import {
  asSystem,
  insertOrganisations,
  insertPublishedPassports,
  openDatabase,
  upsertEmbedder,
  type Database,
} from '@enlace/database'
import {
  asId,
  weightsFor,
  type ListRoom,
  type Match,
  type Need,
  type NeedId,
  type OrganisationId,
  type PassportId,
} from '@enlace/domain'
import type { Reader } from '@enlace/embedding'
import type { Meaning } from '@enlace/lexical'
import { findMatches } from '@enlace/worker/matches/rank'
import { openSupplierBook } from '@enlace/worker/matches/supplier-book'
import { embedDue, fromTheStart, readNeed } from '@enlace/worker/vectors/embed-due'
import { openVectorBook } from '@enlace/worker/vectors/vector-book'

import { limitsWithout, weightsWithout, type Part } from './part.ts'
import type { EvaluationSet, SetQuery, SetSupplier } from './evaluation-set.ts'
import { numberedId } from './numbered-id.ts'

const batchSize = 500

/** A scratch database filled with the suppliers of a set, ranked by the worker's own functions. */
export type Market = {
  /** Ranked supplier ids of the set, best first, and how long it took. */
  readonly rank: (
    query: SetQuery,
    room: ListRoom,
    without?: Part,
  ) => Promise<{ readonly ranked: readonly Ranked[]; readonly ms: number }>
  readonly close: () => Promise<void>
}
export type Ranked = { readonly id: string; readonly score: number }

async function fill(database: Database, suppliers: readonly SetSupplier[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (let from = 0; from < suppliers.length; from += batchSize) {
    const batch = suppliers
      .slice(from, from + batchSize)
      .map((supplier, order) => ({ supplier, id: numberedId<OrganisationId>(from + order) }))
    for (const { supplier, id } of batch) names.set(id, supplier.id)
    await asSystem(database, async (tx) => {
      await insertOrganisations(
        tx,
        batch.map(({ supplier, id }) => ({
          id,
          kind: 'supplier',
          name: supplier.name,
          country: supplier.country,
          region: null,
        })),
      )
      await insertPublishedPassports(
        tx,
        batch.map(({ supplier, id }) => ({ id: asId<PassportId>(id), organisationId: id, content: supplier.content })),
        null,
      )
    })
  }
  return names
}

const needOf = ({ id, content }: SetQuery): Need => ({
  ...content,
  id: asId<NeedId>(id),
  organisationId: asId<OrganisationId>('evaluation'),
  state: 'published',
  version: 1,
  createdAt: '',
  publishedAt: null,
})

/** Has the reader read all suppliers as the worker does, and says what each need means beside them. */
async function readMeanings(
  database: Database,
  reader: Reader,
  needs: readonly Need[],
): Promise<ReadonlyMap<string, Meaning | null>> {
  await asSystem(database, (tx) => upsertEmbedder(tx, reader))
  let progress = fromTheStart
  while (progress.waiting) progress = await embedDue(database, reader, progress)
  const book = openVectorBook(database)
  await book.level()
  const meanings = new Map<string, Meaning | null>()
  for (const need of needs) meanings.set(need.id, book.meaningOfVector(await readNeed(reader, need)))
  return meanings
}

/** Fills a migrated, empty database with the suppliers and opens the worker's book on it. */
export async function openMarket(
  url: string,
  { suppliers, queries }: Pick<EvaluationSet, 'suppliers' | 'queries'>,
  reader: Reader | null,
): Promise<Market> {
  const database = openDatabase({ url, role: 'enlace_system', maxConnections: 4, applicationName: 'evaluate' })
  const names = await fill(database, suppliers)
  await database.sql`analyze passports`.catch(() => undefined)
  const book = openSupplierBook(database)
  const toRanked = (match: Match): Ranked => ({
    id: names.get(match.supplierId) ?? match.supplierId,
    score: match.score,
  })
  await book.level()
  const meanings = reader === null ? null : await readMeanings(database, reader, queries.map(needOf))
  return {
    rank: async (query, room, without = null) => {
      const need = needOf(query)
      const from = performance.now()
      const weights = weightsWithout(weightsFor(need.governance, null), without)
      const meaning = meanings?.get(query.id) ?? undefined
      const market = { suppliers: book, index: await book.level() }
      const question = { need, weights, today: query.today, room, lines: [] }
      const { matches } = findMatches(market, question, meaning, limitsWithout(without))
      return { ranked: matches.map(toRanked), ms: performance.now() - from }
    },
    close: () => database.close(),
  }
}
