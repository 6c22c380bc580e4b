import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { environmentOf } from './environment.mjs'
import { data, root } from './folders.mjs'
import { openGuard } from './guard.mjs'
import { startHouse } from './house.mjs'
import { install } from './install.mjs'
import { alone } from './lock.mjs'
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

// npm passes a signal to the shell it started us from, which keeps it to itself; so we look whether that shell is gone.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  const look = () => {
    if (process.ppid !== parent) stop.abort()
  }
  setInterval(look, 500).unref()
}

// Whoever read our lines may have gone; that is no reason to stop.
process.stdout.on('error', () => {})

const guard = openGuard()
const oversight = { signal: stop.signal, guard }
/** For all that has time until the web app is built. */
const besides = { ...oversight, yields: true }
/** @type {(() => Promise<unknown>)[]} */
const closers = []
try {
  await start()
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

async function start() {
  const wished = wishedNumber('PORT', defaultPort, 65_535)
  const workers = wishedNumber('WORKERS', 1, 16)
  if (process.argv.includes('--reset')) await reset(recipes)
  const { session: secret, meilisearch: key, audit: auditKey } = secretsIn(data.secrets)
  const installed = install(oversight)
  const starting = startServices(
    { folder: data.services, cache: data.cache, durable: true, key, guard, installed: () => installed.all },
    (service, ms) => say(service.name, service.origin, ms),
  )
  closers.push(async () => {
    const services = await starting.catch(() => undefined)
    if (services) await Promise.all(Object.values(services).map((service) => service.stop()))
  })
  const migrated = async () => {
    const [services] = await Promise.all([starting, installed.all.then(() => build('services', besides))])
    const environment = environmentOf(services, { meiliKey: key, secret, auditKey, files: data.files })
    await migrate(environment)
    return environment
  }
  // The demo data loads while the web app is built or the processes start: whatever takes longest decides. The
  // processes wait for the web app, since with a new demo they would take the processors from its build.
  const ground = migrated()
  const built = Promise.all([ground, installed.web.then(() => build('web', oversight))])
  const [url] = await Promise.all([
    built.then(([environment]) => openHouse(environment, wished, workers)),
    ground.then((environment) => loadDemo(environment)),
  ])
  process.stdout.write(`ready ${url}\n`)
}

/** @param {Record<string, string>} environment */
function migrate(environment) {
  const args = [join(root, 'packages/database/dist/bundle/migrate.main.js'), environment.DATABASE_URL ?? '']
  return timed('migrate', 'schema is current', () => runStep('migrate', process.execPath, args, besides))
}

/** @param {Record<string, string>} environment */
async function loadDemo(environment) {
  if (environment.DEMO !== '1') return
  const env = { ...process.env, ...environment }
  const args = [join(root, 'infra/dist/demo/bundle/demo.main.js')]
  await timed('demo data', 'is there', () => runStep('demo', process.execPath, args, { ...besides, env }))
}

/**
 * @param {Record<string, string>} environment
 * @param {number} wished the port it should answer on
 * @param {number} workers
 * @returns {Promise<string>} where it answers
 */
function openHouse(environment, wished, workers) {
  // One house at a time: between finding a port free and listening there another one would find it free too, and the
  // one that comes too late would be told that it is ready by the other's api.
  const opening = join(tmpdir(), `enlace-opening-${userInfo().uid}.lock`)
  return alone(opening, async () => {
    const port = await freePort(wished)
    if (port !== wished) say('port', `${wished} is taken, so ${port}`)
    const house = await startHouse({ port, workers, environment, logs: data.logs, guard, crashed })
    closers.push(house.stop)
    await timed('processes', 'api, relay, worker and realtime are ready', () => house.ready(oversight))
    return house.url
  })
}

/**
 * A whole number that the environment asks for.
 * @param {'PORT' | 'WORKERS'} name
 * @param {number} otherwise
 * @param {number} most
 */
function wishedNumber(name, otherwise, most) {
  const wished = Number(process.env[name] ?? otherwise)
  if (Number.isInteger(wished) && wished >= 1 && wished <= most) return wished
  throw new Error(`${name} must be a whole number from 1 to ${most}, not "${process.env[name]}".`)
}

/**
 * @param {import('./house.mjs').ProcessName} name
 * @param {string} how
 * @param {number} waitMs
 */
function crashed(name, how, waitMs) {
  say(name, `ended (${how}), starts again in ${waitMs / 1_000} s; its log is ${join(data.logs, `${name}.log`)}`)
}
