import { openDatabase } from '@enlace/database'
import { databaseConfig, readConfig } from '@enlace/runtime'
import * as z from 'zod'

import { asDemo } from '../seed/as-demo.ts'
import { demoSeed, generateDemo } from '../seed/generate-demo.ts'
import { loadDemo } from './load-demo.ts'

const settings = readConfig(z.object(databaseConfig), process.env)
const database = openDatabase({
  url: settings.DATABASE_URL,
  role: 'enlace_system',
  applicationName: 'enlace-demo',
  maxConnections: 1,
})
try {
  const now = new Date()
  const today = now.toISOString().slice(0, 10)
  const loaded = await loadDemo(database, asDemo(generateDemo(demoSeed, today), today), now)
  process.stdout.write(loaded ? 'demo data is loaded\n' : 'demo data was there\n')
} finally {
  await database.close()
}
