import { openDatabase } from '@enlace/database'
import { connectFast } from '@enlace/messaging'
import { createLog, createMetrics, endGracefully, readConfig, serveProbes, watchHealth } from '@enlace/runtime'
import { openSearch } from '@enlace/search'
import { openStorage } from '@enlace/storage'

import { config } from './config.ts'
import { keepSwept } from './files/sweep-files.ts'
import { openMailer } from './mails/mailer.ts'
import { startIndexKeeper } from './search/index-keeper.ts'
import { startWorker } from './worker.ts'

const settings = readConfig(config, process.env)
const log = createLog('worker', settings.LOG_LEVEL)
const database = openDatabase({
  url: settings.DATABASE_URL,
  role: 'enlace_system',
  applicationName: 'enlace-worker',
  maxConnections: settings.CONCURRENCY * 3,
})
const redis = connectFast(settings.REDIS_URL)
const search = openSearch({
  url: settings.MEILI_URL,
  key: settings.MEILI_KEY,
  prefix: settings.MEILI_PREFIX,
  timeoutMs: 30_000,
})
const metrics = createMetrics('worker')
const health = watchHealth({
  needed: { postgres: () => database.sql`select 1` },
  wanted: { redis: () => redis.ping(), search: () => search.meili.health() },
})
const mailer = settings.SMTP_URL === '' ? null : openMailer(settings.SMTP_URL, settings.MAIL_FROM)
const worker = startWorker({
  database,
  mailer,
  demo: settings.DEMO,
  redis: { url: settings.REDIS_URL, prefix: settings.QUEUE_PREFIX },
  log,
  concurrency: settings.CONCURRENCY,
})
const keeperLock = openDatabase({
  url: settings.DATABASE_URL,
  role: 'enlace_system',
  applicationName: 'enlace-index-keeper',
  maxConnections: 1,
})
const keeper = startIndexKeeper({ database, lock: keeperLock, search, log })
const sweeping = keepSwept({ database, storage: await openStorage(settings), log }, 3_600_000)
const probes = await serveProbes({ host: settings.HOST, port: settings.PROBE_PORT, health, metrics })
endGracefully(log, [
  database,
  { close: () => redis.disconnect() },
  health,
  probes,
  keeperLock,
  keeper,
  sweeping,
  worker,
])
log.info('worker is up')
