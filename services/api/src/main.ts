import { openDatabase } from '@enlace/database'
import { createIdentity, keepTidy } from '@enlace/identity'
import { openQueues } from '@enlace/messaging'
import { createLog, createMetrics, endGracefully, mountProbes, readConfig, watchHealth } from '@enlace/runtime'
import { openSearch } from '@enlace/search'
import { openStorage } from '@enlace/storage'

import { buildApp } from './app.ts'
import { config } from './config.ts'
import { handOnLive } from './live/hand-on.ts'

const settings = readConfig(config, process.env)
const log = createLog('api', settings.LOG_LEVEL)
const database = openDatabase({
  url: settings.DATABASE_URL,
  role: 'enlace_app',
  applicationName: 'enlace-api',
  maxConnections: 16,
})
const people = openDatabase({
  url: settings.DATABASE_URL,
  role: 'enlace_identity',
  applicationName: 'enlace-api-identity',
})
const queues = openQueues({ url: settings.REDIS_URL, prefix: settings.QUEUE_PREFIX })
const identity = createIdentity({ database: people, secret: settings.SECRET, publicUrl: settings.PUBLIC_URL })
const tidying = keepTidy(identity.settings, (error) => log.warn({ err: error }, 'cannot forget what expired'))
// People do not wait longer than this for an index that is busy or gone; Postgres answers then.
const search = openSearch({
  url: settings.MEILI_URL,
  key: settings.MEILI_KEY,
  prefix: settings.MEILI_PREFIX,
  timeoutMs: 800,
})
const storage = await openStorage(settings)
const app = await buildApp({
  database,
  log,
  demo: settings.DEMO,
  identity,
  webDirectory: settings.WEB_DIR,
  queues,
  search,
  storage,
})
const health = watchHealth({
  needed: { postgres: () => database.sql`select 1` },
  wanted: { redis: () => queues.ping(), search: () => search.meili.health() },
})
mountProbes(app, health, createMetrics('api'))
handOnLive(app.server, settings.REALTIME_URL)
await app.listen({ host: settings.HOST, port: settings.PORT })
endGracefully(log, [database, people, tidying, queues, health, app])
log.info('api is up')
