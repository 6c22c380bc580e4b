import type { EvaluationSet } from './evaluation-set.ts'
import { measure, type Metrics, type Run } from './metrics.ts'

const figure = (value: number): string => value.toFixed(3)

function line(name: string, found: Metrics, small: number | null): string {
  const cells = [found.recallAt10, found.recallAt50, found.recallAt100, found.mrr, found.ndcgAt10].map(figure)
  return `| ${name.padEnd(30)} | ${[String(found.queries), ...cells, figure(found.empty), small === null ? '' : figure(small)].join(' | ')} |`
}

/** Of the suppliers shown in the first ten places, the share of which one contract at most is known. */
function smallShare(set: EvaluationSet, run: Run): number {
  const small = new Set(set.suppliers.filter(({ contracts }) => contracts <= 1).map(({ id }) => id))
  const shown = [...run.values()].flatMap((found) => found.slice(0, 10))
  return shown.filter((id) => small.has(id)).length / Math.max(1, shown.length)
}

/** The same share among the suppliers that were judged good: what a fair list would show. */
function smallAmongGood({ suppliers, judgements }: EvaluationSet): number {
  const small = new Set(suppliers.filter(({ contracts }) => contracts <= 1).map(({ id }) => id))
  const good = [...(judgements?.values() ?? [])].flatMap((row) => [...row.keys()])
  return good.filter((id) => small.has(id)).length / Math.max(1, good.length)
}

/** Our run and the baselines as a table, whole and by slice. */
export function reportOf(set: EvaluationSet, systems: readonly { readonly name: string; readonly run: Run }[]): string {
  const { judgements } = set
  if (judgements === null) return 'no judgements given: the run was written, nothing was measured'
  const [ours] = systems
  return [
    `| ${set.name.padEnd(30)} | queries | R@10 | R@50 | R@100 | MRR | nDCG@10 | empty | small firms in top 10 |`,
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...systems.map(({ name, run }) => line(name, measure(run, judgements), smallShare(set, run))),
    ...(ours === undefined
      ? []
      : set.slices.map(({ name, has }) => line(`${ours.name}: ${name}`, measure(ours.run, judgements, has), null))),
    '',
    `Small firms among the good answers: ${figure(smallAmongGood(set))}.`,
  ].join('\n')
}
