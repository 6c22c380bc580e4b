import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { environmentOf } from './environment.mjs'
import { data, root } from './folders.mjs'
import { openGuard } from './guard.mjs'
import { startHouse } from './house.mjs'
import { install } from './install.mjs'
import { freePort } from './ports.mjs'
import { say, timed } from './progress.mjs'
import { reset } from './reset.mjs'
import { secretsIn } from './secrets.mjs'
import { recipes, startServices } from './services.mjs'
import { runStep } from './step.mjs'

const defaultPort = 3000
const stop = new AbortController()
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  // Asked twice, we leave at once; the guard ends what still runs.
  process.on(signal, () => (stop.signal.aborted ? process.exit(1) : stop.abort()))
}

// Whoever read our lines may have gone; that is no reason to stop.
process.stdout.on('error', () => {})

const guard = openGuard()
/** @type {(() => Promise<unknown>)[]} */
const closers = []
try {
  await start(stop.signal)
  await new Promise((resolve) => stop.signal.addEventListener('abort', resolve))
  say('stopping', 'all that was started')
} catch (error) {
  if (!stop.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
stop.abort()
for (const close of closers.toReversed()) await close()
guard.close()

/** @param {AbortSignal} signal */
async function start(signal) {
  if (process.argv.includes('--reset')) await reset(recipes)
  await install(signal)
  const { session: secret, meilisearch: key } = secretsIn(data.secrets)
  const starting = startServices(
    { folder: data.services, cache: data.cache, durable: true, key, guard },
    (service, ms) => say(service.name, service.origin, ms),
  )
  closers.push(async () => {
    const services = await starting.catch(() => undefined)
    if (services) await Promise.all(Object.values(services).map((service) => service.stop()))
  })
  const filled = async () => {
    const [services] = await Promise.all([starting, build('services', signal)])
    const told = environmentOf(services, { meiliKey: key, secret, files: data.files })
    await fillDatabase(told, signal)
    return told
  }
  const [environment] = await Promise.all([filled(), build('web', signal)])
  const port = await choosePort()
  const house = await startHouse({ port, environment, logs: data.logs, guard, crashed })
  closers.push(house.stop)
  await timed('services', 'api, relay, worker and realtime are up', () => house.ready({ signal }))
  process.stdout.write(`ready ${house.url}\n`)
}

/**
 * @param {Record<string, string>} environment
 * @param {AbortSignal} signal
 */
async function fillDatabase(environment, signal) {
  const env = { ...process.env, ...environment }
  const migrate = [join(root, 'packages/database/dist/migrate.main.js'), environment.DATABASE_URL ?? '']
  await timed('migrate', 'schema is current', () => runStep('migrate', process.execPath, migrate, { signal, env }))
  const demo = join(root, 'infra/dist/demo/demo.main.js')
  if (environment.DEMO !== '1' || !existsSync(demo)) return
  await timed('demo data', 'is there', () => runStep('demo', process.execPath, [demo], { signal, env }))
}

async function choosePort() {
  const wished = Number(process.env.PORT ?? defaultPort)
  if (!Number.isInteger(wished) || wished < 1 || wished > 65_535) {
    throw new Error(`PORT must be a whole number from 1 to 65535, not "${process.env.PORT}".`)
  }
  const port = await freePort(wished)
  if (port !== wished) say('port', `${wished} is taken, so ${port}`)
  return port
}

/**
 * @param {import('./house.mjs').ProcessName} name
 * @param {string} how
 * @param {number} waitMs
 */
function crashed(name, how, waitMs) {
  say(name, `ended (${how}), starts again in ${waitMs / 1_000} s; its log is ${join(data.logs, `${name}.log`)}`)
}
