import { openDatabase, readActors } from '@enlace/database'
import { readActor } from '@enlace/identity'
import { openLiveListener } from '@enlace/messaging'
import { createLog, createMetrics, endGracefully, mountProbes, readConfig, watchHealth } from '@enlace/runtime'

import { buildRealtime } from './app.ts'
import { config } from './config.ts'
import { openHub } from './hub.ts'
import { measureSockets } from './measure.ts'

const settings = readConfig(config, process.env)
const log = createLog('realtime', settings.LOG_LEVEL)
const database = openDatabase({ url: settings.DATABASE_URL, role: 'enlace_system', applicationName: 'enlace-realtime' })
const people = openDatabase({
  url: settings.DATABASE_URL,
  role: 'enlace_identity',
  applicationName: 'enlace-realtime-identity',
  maxConnections: 4,
})
const metrics = createMetrics('realtime')
const hub = await openHub({ database, log })
const live = openLiveListener({
  url: settings.REDIS_URL,
  prefix: settings.QUEUE_PREFIX,
  onWakes: hub.heard,
  onReconnect: hub.lookNow,
})
const identity = { database: people, secret: settings.SECRET, publicUrl: settings.PUBLIC_URL }
const { app, subscribers } = await buildRealtime({
  database,
  log,
  hub,
  origin: new URL(settings.PUBLIC_URL).origin,
  readSession: async (request) => {
    const { actor, sessionId } = await readActor(identity, request.headers.cookie)
    return sessionId === null ? null : { actor, sessionId }
  },
  readActors: (ids) => readActors(people, ids),
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
