import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { asSystem, listImportIssues, migrate, openDatabase } from '@enlace/database'
import { importKinds } from '@enlace/domain'
import { openLocal } from '@enlace/local'

import { importFile } from './import-file.ts'

const usage = 'usage: pnpm import:suppliers|import:needs --from FILE [--agency SLUG] [--country CC] [--dry-run]\n'
const issuesShown = 20

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    agency: { type: 'string' },
    country: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
})
const what = importKinds.find((kind) => kind === positionals[0])
if (what === undefined || values.from === undefined) {
  process.stderr.write(usage)
  process.exit(2)
}
const given = process.env['DATABASE_URL']
const local = given === undefined ? await openLocal() : { environment: { DATABASE_URL: given }, close: async () => {} }
const url = local.environment['DATABASE_URL'] ?? ''
await migrate(url)
const database = openDatabase({ url, role: 'enlace_system', applicationName: 'enlace-import', maxConnections: 2 })
try {
  const began = performance.now()
  const { agency, view } = await importFile(
    database,
    {
      what,
      // Package managers run scripts in the project's folder, wherever they were called.
      path: resolve(process.env['INIT_CWD'] ?? '.', values.from),
      fileName: basename(values.from),
      agency: values.agency ?? null,
      country: values.country ?? null,
      dryRun: values['dry-run'],
    },
    (rows) => process.stderr.isTTY && process.stderr.write(`\r${rows} rows`),
  )
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const { state, rows, created, updated, unchanged, kept, failed, noted } = view
  process.stdout.write(
    `${what} for ${agency}: ${state} after ${seconds} s; ${rows} rows, ${created} created, ${updated} updated, ` +
      `${unchanged} unchanged, ${kept} kept as they are, ${failed} left out, ${noted} with notes\n`,
  )
  const issues = await asSystem(database, (tx) =>
    listImportIssues(tx, view.id, { after: { row: -1, seq: 0 }, limit: issuesShown }),
  )
  for (const issue of issues)
    process.stdout.write(`  row ${issue.row} ${issue.severity} ${issue.path}: ${issue.message}\n`)
  if (failed + kept + noted > issues.length) process.stdout.write('  and more; see the import in the agency’s page\n')
  if (view.problem !== null) process.stderr.write(`${view.problem}\n`)
  process.exitCode = view.problem === null ? 0 : 1
} finally {
  await database.close()
  await local.close()
}
