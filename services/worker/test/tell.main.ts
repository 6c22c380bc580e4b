import { openDatabase } from '@enlace/database'

import { tellDue } from '../src/alerts/tell-due.ts'

/** A process that tells what is due and that a test can kill: tell.main DATABASE_URL NOW. */
const [, , url = '', now = ''] = process.argv
const database = openDatabase({ url, role: 'enlace_system', applicationName: 'tell.main', maxConnections: 1 })
await tellDue({ database, publicUrl: 'https://enlace.example' }, new Date(now))
await database.close()
