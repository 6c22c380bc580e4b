import { createLog, createMetrics, endGracefully, readConfig, serveProbes, watchHealth } from '@enlace/runtime'

import { tellDue } from './alerts/tell-due.ts'
import { config } from './config.ts'
import { keepHourly } from './hourly.ts'
import { askDue } from './linkages/ask-due.ts'
import { startIndexKeeper } from './search/index-keeper.ts'
import { repeat } from './repeat.ts'
import { openSurroundings } from './surroundings.ts'
import { openReading } from './vectors/open-reading.ts'
import { startWorker } from './worker.ts'

const settings = readConfig(config, process.env)
const log = createLog('worker', settings.LOG_LEVEL)
const { database, keeperLock, redis, search, storage, mailer } = await openSurroundings(settings)
const health = watchHealth({
  needed: { postgres: () => database.sql`select 1` },
  wanted: { redis: redis.ping, search: () => search.meili.health() },
})
const reading = openReading(settings, database, keeperLock, log)
const worker = startWorker({
  ...{ database, mailer, log },
  vectors: reading.vectors,
  wake: redis.wake,
  demo: settings.DEMO,
  publicUrl: settings.PUBLIC_URL,
  mailFrom: settings.MAIL_FROM,
  redis: { url: settings.REDIS_URL, prefix: settings.QUEUE_PREFIX },
  concurrency: settings.CONCURRENCY,
})
const keeper = startIndexKeeper({ database, lock: keeperLock, search, log })
const hourly = keepHourly({ database, storage, log })
const mailing = { database, publicUrl: settings.PUBLIC_URL }
const telling = repeat({ everyMs: 3000, log, failed: 'alerts not told' }, () => tellDue(mailing, new Date()))
const asking = repeat({ everyMs: 3000, log, failed: 'follow-ups not asked' }, () => askDue(mailing, new Date()))
const metrics = createMetrics('worker')
const probes = await serveProbes({ host: settings.HOST, port: settings.PROBE_PORT, health, metrics })
endGracefully(log, [database, redis, health, probes, keeperLock, keeper, ...hourly, telling, asking, reading, worker])
log.info('worker is up')
