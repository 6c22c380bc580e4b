import { openDatabase } from '@enlace/database'
import { databaseConfig, readConfig } from '@enlace/runtime'
import * as z from 'zod'

import { loadDemo } from './load-demo.ts'
import { smallDemo } from './small-demo.ts'

const settings = readConfig(z.object(databaseConfig), process.env)
const database = openDatabase({
  url: settings.DATABASE_URL,
  role: 'enlace_system',
  applicationName: 'enlace-demo',
  maxConnections: 1,
})
try {
  const loaded = await loadDemo(database, smallDemo(), new Date())
  process.stdout.write(loaded ? 'demo data is loaded\n' : 'demo data was there\n')
} finally {
  await database.close()
}
