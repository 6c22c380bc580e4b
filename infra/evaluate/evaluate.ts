import { migrate } from '@enlace/database'
import { roomUnder, type FairnessPolicy } from '@enlace/domain'
import type { Reader } from '@enlace/embedding'
import { startServices } from '@enlace/testing'

import { ablationOf } from './ablation.ts'
import { mostPopular, plainBm25, runDepth } from './baselines.ts'
import type { EvaluationSet } from './evaluation-set.ts'
import { fairSeason } from './fair-season.ts'
import { openMarket, type Ranked } from './market.ts'
import { meilisearchDefault } from './meilisearch-baseline.ts'
import type { Run } from './metrics.ts'
import { reportOf } from './report.ts'

export type Evaluation = {
  readonly ranked: ReadonlyMap<string, readonly Ranked[]>
  /** A table to print. */
  readonly report: string
}

/** How queries are read by meaning (null: not at all), and how places are shared out in the run beside ours. */
export type EvaluationSettings = {
  readonly reader: Reader | null
  readonly policy: FairnessPolicy
  /** Whether each arm and criterion is left out once as well. */
  readonly ablation: boolean
}

const quantile = (sorted: readonly number[], share: number): string =>
  (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(1)

/**
 * Fills a scratch Postgres with the suppliers of a set, answers its queries by the worker's own functions and, where
 * judgements are given, measures them beside three simple systems.
 */
export async function evaluate(
  set: EvaluationSet,
  { reader, policy, ablation }: EvaluationSettings,
  say: (text: string) => void,
): Promise<Evaluation> {
  const services = await startServices()
  try {
    await migrate(services.postgres.url)
    say(`filling in ${set.suppliers.length} suppliers`)
    const market = await openMarket(services.postgres.url, set, reader)
    say(`answering ${set.queries.length} needs`)
    const found = new Map<string, readonly Ranked[]>()
    const times: number[] = []
    for (const query of set.queries) {
      const answer = await market.rank(query, roomUnder(policy, runDepth))
      found.set(query.id, answer.ranked)
      times.push(answer.ms)
    }
    const ranked = new Map([...found].map(([query, rows]) => [query, rows.slice(0, runDepth)]))
    const run: Run = new Map([...ranked].map(([query, rows]) => [query, rows.map(({ id }) => id)]))
    const parts = ablation ? `\n\n${await ablationOf(set, market, run, say)}` : ''
    await market.close()
    const season = fairSeason(set, found, policy)
    const systems =
      set.judgements === null
        ? []
        : [
            { name: 'enlace', run },
            { name: 'enlace: places shared out', run: season.run },
            { name: 'most popular', run: mostPopular(set) },
            { name: 'plain BM25 over references', run: plainBm25(set) },
            {
              name: 'one Meilisearch query',
              run: await meilisearchDefault(set, services.meilisearch.url, services.key),
            },
          ]
    const sorted = times.toSorted((a, b) => a - b)
    const speed = `Milliseconds a need: p50 ${quantile(sorted, 0.5)}, p95 ${quantile(sorted, 0.95)}.`
    return { ranked, report: `${reportOf(set, systems)}\n${season.words}\n${speed}${parts}` }
  } finally {
    await services.stop()
  }
}
