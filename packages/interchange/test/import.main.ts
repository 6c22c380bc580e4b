import { openDatabase } from '@enlace/database'
import { asId, type ImportId } from '@enlace/domain'

import { runImport } from '../src/index.ts'

/** A process that runs one import and that a test can kill: import.main DATABASE_URL IMPORT_ID. */
const [, , url = '', id = ''] = process.argv
const database = openDatabase({ url, role: 'enlace_system', maxConnections: 2 })
await runImport(database, asId<ImportId>(id), { moved: async () => undefined })
await database.close()
