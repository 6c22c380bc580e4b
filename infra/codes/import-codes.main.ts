import { parseArgs } from 'node:util'

import { migrate, openDatabase } from '@enlace/database'
import { openLocal } from '@enlace/local'

import { importCodes } from './import-codes.ts'

const { values } = parseArgs({
  options: {
    cpv: { type: 'string' },
    nace: { type: 'string' },
    hs: { type: 'string' },
    naics: { type: 'boolean', default: false },
  },
})
if (values.cpv === undefined && values.nace === undefined && values.hs === undefined && !values.naics) {
  process.stderr.write('Say what to load: pnpm import:codes --cpv FILE --nace FILE --hs FILE --naics\n')
  process.exit(2)
}
const local = process.env['DATABASE_URL'] === undefined ? await openLocal() : null
const url = process.env['DATABASE_URL'] ?? local?.environment['DATABASE_URL'] ?? ''
await migrate(url)
const database = openDatabase({ url, role: 'enlace_system', applicationName: 'enlace-import-codes', maxConnections: 1 })
try {
  const asked = { CPV: values.cpv, NACE: values.nace, HS: values.hs, naics: values.naics }
  const refused = await importCodes(database, asked, (line) => process.stdout.write(`${line}\n`))
  process.exitCode = refused === 0 ? 0 : 1
} finally {
  await database.close()
  await local?.close()
}
