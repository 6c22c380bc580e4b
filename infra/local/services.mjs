import { meilisearch } from './meilisearch.mjs'
import { postgres } from './postgres.mjs'
import { redis } from './redis.mjs'
import { startService } from './service.mjs'

const recipes = { postgres, redis, meilisearch }

/** @typedef {'postgres' | 'redis' | 'meilisearch'} ServiceName */
/** @typedef {Record<ServiceName, import('./service.mjs').Service>} Services */

/**
 * Brings up Postgres, Redis and Meilisearch side by side. One that the environment names (DATABASE_URL, REDIS_URL,
 * MEILI_URL) is used and left alone; the others are found on the machine or in npm packages and started here.
 * @param {import('./service.mjs').Settings} settings
 * @param {(service: import('./service.mjs').Service, ms: number) => void} [started] told of each as it is ready
 * @returns {Promise<Services>}
 */
export async function startServices(settings, started = () => {}) {
  /** @param {import('./service.mjs').Recipe} recipe */
  const bring = async (recipe) => {
    const from = performance.now()
    const service = given(recipe) ?? (await startService(recipe, settings))
    started(service, performance.now() - from)
    return service
  }
  const all = await Promise.allSettled([bring(recipes.postgres), bring(recipes.redis), bring(recipes.meilisearch)])
  const failures = all.filter((one) => one.status === 'rejected')
  if (failures.length > 0) {
    await Promise.all(all.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)))
    throw new Error(failures.map((one) => one.reason.message).join('\n'), { cause: failures[0]?.reason })
  }
  const [first, second, third] = all.map((one) => (one.status === 'fulfilled' ? one.value : undefined))
  if (!first || !second || !third) throw new Error('Each service either starts or fails.')
  return { postgres: first, redis: second, meilisearch: third }
}

/**
 * @param {import('./service.mjs').Recipe} recipe
 * @returns {import('./service.mjs').Service | undefined}
 */
function given(recipe) {
  const url = process.env[recipe.variable]
  if (!url) return undefined
  const nothing = async () => {}
  const { name, variable } = recipe
  return { name, url, origin: variable, ours: false, pid: () => undefined, stop: nothing, kill: nothing, restart: nothing }
}
