/**
 * What every process of ours is told about its surroundings. The names are those of the services' config schemas and
 * of docker-compose.yml.
 * @param {import('./services.mjs').Services} services
 * @param {{ meiliKey: string, secret: string, files: string, web: string }} own
 * @returns {Record<string, string>}
 */
export function environmentOf(services, { meiliKey, secret, files, web }) {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: services.postgres.url,
    REDIS_URL: services.redis.url,
    MEILI_URL: services.meilisearch.url,
    MEILI_KEY: services.meilisearch.ours ? meiliKey : (process.env.MEILI_KEY ?? meiliKey),
    SECRET: secret,
    DATA_DIR: files,
    WEB_DIR: web,
    DEMO: process.env.DEMO ?? '1',
  }
}
