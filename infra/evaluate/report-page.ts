import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { EntryId } from '@enlace/domain'

import { readAwardSet } from './award-set.ts'
import { evaluate, type EvaluationSettings } from './evaluate.ts'
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
 * The page with new figures between its marks; what people wrote around them stays.
 * @throws Error where a mark is missing
 */
export function withFigures(page: string, figures: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error('the page has no place marked for the figures')
  return `${page.slice(0, from)}${begin}\n\n${figures}\n\n${page.slice(to)}`
}

/** Measures every set in `folder` and puts the tables into the page in file `page`. */
export async function writeReport(
  page: string,
  folder: string,
  settings: EvaluationSettings,
  newEntryId: () => EntryId,
  say: (text: string) => void,
): Promise<void> {
  const written = readFileSync(page, 'utf8')
  // Refused before anything is measured.
  withFigures(written, '')
  const reports: string[] = []
  for (const set of readSets(folder, newEntryId)) {
    const { report } = await evaluate(set, settings, (text) => say(`${set.name}: ${text}`))
    reports.push(`### ${set.name}\n\n${report}`)
  }
  writeFileSync(page, withFigures(written, reports.join('\n\n')))
}
