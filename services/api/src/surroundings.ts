import { openDatabase, type Database } from '@enlace/database'
import { createIdentity } from '@enlace/identity'
import { openAnnouncer, openQueues } from '@enlace/messaging'
import { openSearch } from '@enlace/search'
import { openStorage } from '@enlace/storage'

import { openSigner } from './audit/audit-signer.ts'
import type { Ports } from './ports.ts'
import type { Config } from './config.ts'

/** People do not wait longer than this for an index that is busy or gone; Postgres answers then. */
const searchPatienceMs = 800

/** What stands behind the API; `people` is closed apart, the rest is handed to the app. */
export type Surroundings = Pick<
  Ports,
  'database' | 'queues' | 'announcer' | 'identity' | 'search' | 'storage' | 'signer'
> & {
  readonly people: Database
}

/** Opens all that the API stands on, each as the role it may speak as. */
export async function openSurroundings(settings: Config): Promise<Surroundings> {
  const { DATABASE_URL: url, MEILI_URL, MEILI_KEY: key, MEILI_PREFIX: prefix } = settings
  const redis = { url: settings.REDIS_URL, prefix: settings.QUEUE_PREFIX }
  const people = openDatabase({ url, role: 'enlace_identity', applicationName: 'enlace-api-identity' })
  return {
    database: openDatabase({ url, role: 'enlace_app', applicationName: 'enlace-api', maxConnections: 16 }),
    people,
    queues: openQueues(redis),
    announcer: openAnnouncer(redis),
    identity: createIdentity({ database: people, secret: settings.SECRET, publicUrl: settings.PUBLIC_URL }),
    search: openSearch({ url: MEILI_URL, key, prefix, timeoutMs: searchPatienceMs }),
    storage: await openStorage(settings),
    signer: openSigner(settings.AUDIT_KEY),
  }
}
