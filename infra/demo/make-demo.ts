import { openDatabase } from '@enlace/database'

import { asDemo } from '../seed/as-demo.ts'
import { demoSeed, generateDemo } from '../seed/generate-demo.ts'
import { loadDemo } from './load-demo.ts'

/**
 * Makes the demo world as of today and fills an installation with it.
 * @returns false where it was there already
 */
export async function makeDemo(url: string): Promise<boolean> {
  const database = openDatabase({ url, role: 'enlace_system', applicationName: 'enlace-demo', maxConnections: 1 })
  try {
    const now = new Date()
    const today = now.toISOString().slice(0, 10)
    return await loadDemo(database, asDemo(generateDemo(demoSeed, today), today), now)
  } finally {
    await database.close()
  }
}
