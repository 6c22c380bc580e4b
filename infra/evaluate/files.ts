import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

import type { Judgements } from './evaluation-set.ts'

const textOf = (file: string): string => {
  const bytes = readFileSync(file)
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** The rows of a JSONL file, packed or not; who names the type vouches for the file. */
export const readRows = <Row>(file: string): readonly Row[] =>
  textOf(file)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)

/** Judgements in the TREC form: query, 0, document, grade, parted by tabs or blanks. */
export function readJudgements(file: string): Judgements {
  const judgements = new Map<string, Map<string, number>>()
  for (const line of textOf(file).split('\n')) {
    const [query, , supplier, grade] = line.trim().split(/\s+/)
    if (query === undefined || supplier === undefined || !(Number(grade) > 0)) continue
    const known = judgements.get(query) ?? new Map<string, number>()
    judgements.set(query, known.set(supplier, Number(grade)))
  }
  return judgements
}
