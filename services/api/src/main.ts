import { keepTidy } from '@enlace/identity'
import { createLog, createMetrics, endGracefully, mountProbes, readConfig, watchHealth } from '@enlace/runtime'

import { buildApp } from './app.ts'
import { config } from './config.ts'
import { handOnLive } from './live/hand-on.ts'
import { openSurroundings } from './surroundings.ts'

const settings = readConfig(config, process.env)
const log = createLog('api', settings.LOG_LEVEL)
const { people, ...surroundings } = await openSurroundings(settings)
const { database, queues, announcer, identity, search } = surroundings
const tidying = keepTidy(identity.settings, (error) => log.warn({ err: error }, 'cannot forget what expired'))
const app = await buildApp({ ...surroundings, log, demo: settings.DEMO, webDirectory: settings.WEB_DIR })
const health = watchHealth({
  needed: { postgres: () => database.sql`select 1` },
  wanted: { redis: () => queues.ping(), search: () => search.meili.health() },
})
mountProbes(app, health, createMetrics('api'))
handOnLive(app.server, settings.REALTIME_URL)
await app.listen({ host: settings.HOST, port: settings.PORT })
endGracefully(log, [database, people, tidying, queues, announcer, health, app])
log.info('api is up')
