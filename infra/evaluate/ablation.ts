import { theBest } from '@enlace/domain'

import { runDepth } from './baselines.ts'
import type { EvaluationSet } from './evaluation-set.ts'
import type { Market } from './market.ts'
import { measure, type Run } from './metrics.ts'
import { nameOf, parts, type Part } from './part.ts'

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`

async function runWithout(set: EvaluationSet, market: Market, part: Part): Promise<Run> {
  const run = new Map<string, readonly string[]>()
  for (const query of set.queries) {
    const { ranked } = await market.rank(query, theBest(runDepth), part)
    run.set(
      query.id,
      ranked.map(({ id }) => id),
    )
  }
  return run
}

/** What each part is worth: the set answered once without each, beside the run with all; a table. */
export async function ablationOf(
  set: EvaluationSet,
  market: Market,
  whole: Run,
  say: (text: string) => void,
): Promise<string> {
  const { judgements } = set
  if (judgements === null) return ''
  const all = measure(whole, judgements)
  const rows: string[] = []
  const idle: string[] = []
  for (const part of parts) {
    say(`without ${nameOf(part)}`)
    const found = measure(await runWithout(set, market, part), judgements)
    const changes = [
      found.recallAt10 - all.recallAt10,
      found.recallAt100 - all.recallAt100,
      found.ndcgAt10 - all.ndcgAt10,
    ]
    if (changes.every((change) => Math.abs(change) < 0.0005)) idle.push(nameOf(part))
    else rows.push(`| ${nameOf(part)} | ${changes.map(signed).join(' | ')} |`)
  }
  return [
    '| Without | R@10 | R@100 | nDCG@10 |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    '',
    `Without effect here: ${idle.join(', ') || 'none'}.`,
  ].join('\n')
}
