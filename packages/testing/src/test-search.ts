import { randomBytes } from 'node:crypto'
import { sharedServices, type SharedServices } from './shared-services.ts'

/** A Meilisearch of one test file's own: every index it makes starts with `prefix`. */
export interface TestSearch {
  url: string
  key: string
  prefix: string
}

/** Gives one test file its own prefix for index names on the run's Meilisearch. */
export function testSearch(services: SharedServices = sharedServices()): TestSearch {
  const { run, meiliUrl, meiliKey } = services
  return { url: meiliUrl, key: meiliKey, prefix: `t${run}${randomBytes(4).toString('hex')}_` }
}
