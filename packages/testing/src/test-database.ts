import { randomBytes } from 'node:crypto'
import { onServer, sharedServices, withDatabase, type SharedServices } from './shared-services.ts'

/**
 * Makes a migrated, empty database for one test file and returns its URL. It goes with the run; the file only closes
 * the pool it opened.
 */
export async function testDatabase(services: SharedServices = sharedServices()): Promise<string> {
  const { run, databaseUrl, template } = services
  const name = `enlace_test_${run}_${randomBytes(4).toString('hex')}`
  await onServer(databaseUrl, (sql) => sql.unsafe(`create database ${name} template ${template}`))
  return withDatabase(databaseUrl, name)
}
