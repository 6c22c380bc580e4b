import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { EntryId } from '@enlace/domain'

import { readAwardSet } from './award-set.ts'
import { evaluate } from './evaluate.ts'
import type { EvaluationSet } from './evaluation-set.ts'
import { readProbeSet } from './probe-set.ts'

const [begin, end] = ['<!-- figures: written by pnpm evaluate --report -->', '<!-- end of figures -->']

/** Every set in a folder that has a development part. */
function readSets(folder: string, newEntryId: () => EntryId): readonly EvaluationSet[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const directory = join(folder, name)
      const queries = join(directory, 'queries.dev.jsonl.gz')
      if (existsSync(queries)) return [readAwardSet(directory, queries, join(directory, 'qrels.dev.tsv'), newEntryId)]
      return existsSync(join(directory, 'needs.dev.jsonl')) ? [readProbeSet(directory, newEntryId)] : []
    })
}

/**
 * Measures every set in `folder` and puts the tables where the page keeps them; what people wrote around them stays.
 * @throws Error where the page has no place for the figures, before anything is measured
 */
export async function writeReport(
  page: string,
  folder: string,
  newEntryId: () => EntryId,
  say: (text: string) => void,
): Promise<void> {
  const [before, after] = [readFileSync(page, 'utf8').split(begin)[0], readFileSync(page, 'utf8').split(end)[1]]
  if (before === undefined || after === undefined) throw new Error(`${page} has no place marked for the figures`)
  const reports: string[] = []
  for (const set of readSets(folder, newEntryId)) {
    const { report } = await evaluate(set, (text) => say(`${set.name}: ${text}`))
    // A blank line ends a table, and so do the lines below it.
    reports.push(
      `### ${set.name}\n\n${report.replace('\nsmall firms', '\n\nSmall firms').replace('\nmilli', '; milli')}.`,
    )
  }
  writeFileSync(page, `${before}${begin}\n\n${reports.join('\n\n')}\n\n${end}${after}`)
}
