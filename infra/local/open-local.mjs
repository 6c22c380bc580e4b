import { environmentOf } from './environment.mjs'
import { data } from './folders.mjs'
import { openGuard } from './guard.mjs'
import { secretsIn } from './secrets.mjs'
import { startServices } from './services.mjs'

/**
 * The local installation's services for a command beside `npm start`: those that run are used and left running, the
 * others run until `close`.
 * @returns {Promise<{ environment: Record<string, string>, close: () => Promise<void> }>} what the processes are told
 *   about their surroundings (`DATABASE_URL`, …)
 */
export async function openLocal() {
  const guard = openGuard()
  const { session: secret, meilisearch: meiliKey, audit: auditKey } = secretsIn(data.secrets)
  const { services: folder, cache, files } = data
  const services = await startServices({ folder, cache, durable: true, key: meiliKey, guard })
  const close = async () => {
    await Promise.all(Object.values(services).map((service) => service.stop()))
    guard.close()
  }
  return { environment: environmentOf(services, { meiliKey, secret, auditKey, files }), close }
}
