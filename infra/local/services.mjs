import { meilisearch } from './meilisearch.mjs'
import { postgres } from './postgres.mjs'
import { redis } from './redis.mjs'
import { bringUp } from './service.mjs'

export const recipes = [postgres, redis, meilisearch]

/** @typedef {import('./service.mjs').Service} Service */
/** @typedef {{ postgres: Service, redis: Service, meilisearch: Service }} Services */

/**
 * Brings up Postgres, Redis and Meilisearch side by side; if one fails, none is left running.
 * @param {import('./service.mjs').Settings} settings
 * @param {(service: Service, ms: number) => void} [ready] told of each as it is ready, and how long that took it alone
 * @returns {Promise<Services>}
 */
export async function startServices(settings, ready = () => {}) {
  /** @param {import('./service.mjs').Recipe} recipe */
  const bring = async (recipe) => {
    let from = performance.now()
    const installed = async () => {
      await settings.installed?.()
      from = performance.now()
    }
    const service = await bringUp(recipe, { ...settings, installed })
    ready(service, performance.now() - from)
    return service
  }
  const all = await Promise.allSettled(recipes.map(bring))
  const services = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const reasons = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  const [first, second, third] = services
  if (first && second && third) return { postgres: first, redis: second, meilisearch: third }
  await Promise.all(services.map((service) => service.stop()))
  throw new Error(reasons.map((reason) => reason.message).join('\n'), { cause: reasons[0] })
}
