import { asSystem, replaceCategories, type Database } from '@enlace/database'
import type { CategoryScheme } from '@enlace/domain'

import { readCodes, readNaics, type SourcedList } from './read-codes.ts'

/** What is to be loaded: a file by scheme, and whether NAICS comes from its package. */
export type AskedLists = {
  readonly CPV?: string | undefined
  readonly NACE?: string | undefined
  readonly HS?: string | undefined
  readonly naics: boolean
}

const shownFaults = 50

/**
 * Loads official lists, each whole or not at all: a list with a bad row is told row by row and leaves what was stored.
 * @returns how many lists were refused
 */
export async function importCodes(database: Database, asked: AskedLists, say: (line: string) => void): Promise<number> {
  let refused = 0
  for (const scheme of ['CPV', 'NACE', 'HS'] as const) {
    const path = asked[scheme]
    if (path !== undefined && !(await store(database, scheme, await readCodes(scheme, path), say))) refused += 1
  }
  if (asked.naics && !(await store(database, 'NAICS', await readNaics(), say))) refused += 1
  return refused
}

async function store(
  database: Database,
  scheme: CategoryScheme,
  { codes, faults, source }: SourcedList,
  say: (line: string) => void,
): Promise<boolean> {
  if (faults.length > 0) {
    for (const { row, message } of faults.slice(0, shownFaults))
      say(`${scheme} ${row === 0 ? 'file' : `row ${row}`}: ${message}`)
    if (faults.length > shownFaults) say(`${scheme}: and ${faults.length - shownFaults} more`)
    say(`${scheme}: ${faults.length} bad rows, so nothing of ${source} was stored`)
    return false
  }
  const { written, removed } = await asSystem(database, (tx) => replaceCategories(tx, scheme, source, codes))
  say(`${scheme}: ${codes.length} codes from ${source}; ${written} written, ${removed} removed`)
  return true
}
