import { join } from 'node:path'
import { root } from './folders.mjs'

/**
 * What every process of ours is told about its surroundings. The names are those of the services' config schemas and
 * of docker-compose.yml.
 * @param {import('./services.mjs').Services} services
 * @param {{ meiliKey: string, secret: string, auditKey: string, files: string }} own
 * @returns {Record<string, string>}
 */
export function environmentOf({ postgres, redis, meilisearch }, { meiliKey, secret, auditKey, files }) {
  return {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    MEILI_URL: meilisearch.url,
    MEILI_KEY: process.env.MEILI_KEY ?? meiliKey,
    SECRET: secret,
    AUDIT_KEY: auditKey,
    FILES_DIR: files,
    MODEL_DIR: join(root, 'infra/model'),
    WEB_DIR: join(root, 'web/build'),
    DEMO: process.env.DEMO ?? '1',
  }
}
