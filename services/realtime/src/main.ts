import { openDatabase } from '@enlace/database'
import { openLiveListener } from '@enlace/messaging'
import { createLog, createMetrics, endGracefully, mountProbes, readConfig, watchHealth } from '@enlace/runtime'

import { buildRealtime } from './app.ts'
import { config } from './config.ts'
import { openHub } from './hub.ts'
import { measureSockets } from './measure.ts'
import { openPeople } from './people.ts'

const settings = readConfig(config, process.env)
const log = createLog('realtime', settings.LOG_LEVEL)
const database = openDatabase({ url: settings.DATABASE_URL, role: 'enlace_system', applicationName: 'enlace-realtime' })
const people = openPeople(settings)
const metrics = createMetrics('realtime')
const hub = await openHub({ database, log })
const { REDIS_URL: url, QUEUE_PREFIX: prefix } = settings
const live = openLiveListener({ url, prefix, onWakes: hub.heard, onReconnect: hub.lookNow })
const { app, subscribers } = await buildRealtime({
  database,
  log,
  hub,
  origin: new URL(settings.PUBLIC_URL).origin,
  ...people,
})
measureSockets(metrics, subscribers, hub)
const health = watchHealth({
  needed: { postgres: () => database.sql`select 1` },
  wanted: {
    redis: async () => {
      if (!live.connected()) throw new Error('away')
    },
  },
})
mountProbes(app, health, metrics)
await app.listen({ host: settings.HOST, port: settings.PORT })
endGracefully(log, [database, people, hub, live, health, app])
log.info('realtime is up')
