import { resolve } from 'node:path'

import { asSystem, listImportIssues, migrate, openDatabase } from '@enlace/database'
import type { importKinds } from '@enlace/domain'
import { openLocal } from '@enlace/local'

import { importFile } from './import-file.ts'

const issuesShown = 20

export type ImportRequest = {
  readonly what: (typeof importKinds)[number]
  readonly path: string
  readonly fileName: string
  readonly agency: string | null
  readonly country: string | null
  readonly dryRun: boolean
}

/**
 * Imports a file into the database that DATABASE_URL names, or into the local installation.
 * @returns false where the file as a whole could not be taken
 */
export async function runImport(request: ImportRequest, say: (text: string) => void): Promise<boolean> {
  const given = process.env['DATABASE_URL']
  const local =
    given === undefined ? await openLocal() : { environment: { DATABASE_URL: given }, close: async () => {} }
  const url = local.environment['DATABASE_URL'] ?? ''
  await migrate(url)
  const database = openDatabase({ url, role: 'enlace_system', applicationName: 'enlace-import', maxConnections: 2 })
  try {
    const began = performance.now()
    // Package managers run scripts in the project's folder, wherever they were called.
    const path = resolve(process.env['INIT_CWD'] ?? '.', request.path)
    const { agency, view } = await importFile(
      database,
      { ...request, path },
      (rows) => process.stderr.isTTY && process.stderr.write(`\r${rows} rows`),
    )
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const { state, rows, created, updated, unchanged, kept, failed, noted } = view
    say(
      `${request.what} for ${agency}: ${state} after ${seconds} s; ${rows} rows, ${created} created, ${updated} updated, ` +
        `${unchanged} unchanged, ${kept} kept as they are, ${failed} left out, ${noted} with notes`,
    )
    const issues = await asSystem(database, (tx) =>
      listImportIssues(tx, view.id, { after: { row: -1, seq: 0 }, limit: issuesShown }),
    )
    for (const issue of issues) say(`  row ${issue.row} ${issue.severity} ${issue.path}: ${issue.message}`)
    if (failed + kept + noted > issues.length) say('  and more; see the import in the agency’s page')
    if (view.problem !== null) say(view.problem)
    return view.problem === null
  } finally {
    await database.close()
    await local.close()
  }
}
