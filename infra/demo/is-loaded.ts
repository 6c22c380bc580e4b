import postgres from 'postgres'

import { slugOf } from '@enlace/domain'

import { cobreAustral } from '../seed/buyers/buyers.ts'
import { demoId } from './demo-id.ts'

/**
 * Whether an installation has the demo, which comes whole or not at all: looks for its first organisation, by which
 * it is known without making the rest of it.
 */
export async function isLoaded(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connection: { role: 'enlace_system', application_name: 'enlace-demo' } })
  try {
    const rows = await sql`select from organisations where id = ${demoId('organisation', slugOf(cobreAustral.name))}`
    return rows.length === 1
  } finally {
    await sql.end({ timeout: 5 })
  }
}
