import { Meilisearch } from 'meilisearch'

import { runDepth } from './baselines.ts'
import type { EvaluationSet } from './evaluation-set.ts'
import type { Run } from './metrics.ts'

/** One query a need to Meilisearch as it comes: default settings, the whole text as the query, one document a supplier. */
export async function meilisearchDefault(set: EvaluationSet, url: string, key: string): Promise<Run> {
  const client = new Meilisearch({
    host: url,
    apiKey: key,
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  })
  const index = client.index(`evaluate-${set.name}`)
  const documents = set.suppliers.map(({ name, content }, order) => ({
    order,
    name,
    references: content.references.map(({ text }) => text),
    capabilities: content.capabilities.map(({ text }) => text),
  }))
  await index.addDocuments(documents, { primaryKey: 'order' }).waitTask({ timeout: 600_000 })
  const run = new Map<string, readonly string[]>()
  for (const { id, content } of set.queries) {
    const found = await index.search<{ order: number }>(content.text, {
      limit: runDepth,
      attributesToRetrieve: ['order'],
    })
    run.set(
      id,
      found.hits.flatMap(({ order }) => set.suppliers[order]?.id ?? []),
    )
  }
  await index.delete().waitTask()
  return run
}
