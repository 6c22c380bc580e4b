import { writeFileSync } from 'node:fs'

import type { Ranked } from './market.ts'

/** Writes a run in the TREC form, one line a place: query, Q0, supplier, place from 1, score, system. */
export function writeRun(file: string, ranked: ReadonlyMap<string, readonly Ranked[]>): void {
  const lines = [...ranked].flatMap(([query, found]) =>
    found.map(({ id, score }, place) => `${query} Q0 ${id} ${place + 1} ${score} enlace`),
  )
  writeFileSync(file, `${lines.join('\n')}\n`)
}
