import { openDatabase } from '@enlace/database'
import { openLivePublisher, openQueues } from '@enlace/messaging'
import { createLog, createMetrics, endGracefully, readConfig, serveProbes, watchHealth } from '@enlace/runtime'

import { config } from './config.ts'
import { measureLag } from './lag.ts'
import { startRelay } from './relay.ts'

const settings = readConfig(config, process.env)
const log = createLog('relay', settings.LOG_LEVEL)
const database = openDatabase({
  url: settings.DATABASE_URL,
  role: 'enlace_system',
  applicationName: 'enlace-relay',
  maxConnections: 4,
})
const redis = { url: settings.REDIS_URL, prefix: settings.QUEUE_PREFIX }
const queues = openQueues(redis)
const live = openLivePublisher(redis)
const metrics = createMetrics('relay')
measureLag(metrics, database, queues)
const health = watchHealth({ needed: { postgres: () => database.sql`select 1` }, wanted: { redis: () => live.ping() } })
const relay = startRelay({ database, queues, live, log })
const probes = await serveProbes({ host: settings.HOST, port: settings.PROBE_PORT, health, metrics })
endGracefully(log, [database, queues, live, health, probes, relay])
log.info('relay is up')
