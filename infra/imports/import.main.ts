import { basename } from 'node:path'
import { parseArgs } from 'node:util'

import { importKinds } from '@enlace/domain'

import { runImport } from './run-import.ts'

const usage = 'usage: pnpm import:suppliers|import:needs --from FILE [--agency SLUG] [--country CC] [--dry-run]\n'
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
const request = {
  ...{ what, path: values.from, fileName: basename(values.from), dryRun: values['dry-run'] },
  agency: values.agency ?? null,
  country: values.country ?? null,
}
process.exitCode = (await runImport(request, (text) => process.stdout.write(`${text}\n`))) ? 0 : 1
