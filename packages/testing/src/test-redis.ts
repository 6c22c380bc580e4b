import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import { sharedServices, type SharedServices } from './shared-services.ts'

/** A Redis of one test file's own: its keys by database number, its channels and queues by `prefix`. */
export interface TestRedis {
  url: string
  prefix: string
}

/**
 * Gives one test file an empty Redis database. Channels know no database number, so publishers and subscribers of a
 * test put `prefix` before their names.
 */
export async function testRedis(services: SharedServices = sharedServices()): Promise<TestRedis> {
  const { run, redisUrl, ownRedis } = services
  const prefix = `t${run}${randomBytes(4).toString('hex')}`
  if (!ownRedis) return { url: redisUrl, prefix }
  const redis = new Redis(redisUrl)
  const database = await redis.incr('enlace:test:last-database')
  await redis.quit()
  return { url: `${redisUrl}/${database}`, prefix }
}
