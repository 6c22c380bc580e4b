import { Redis } from 'ioredis'

const reconnect = { retryStrategy: (attempt: number) => Math.min(1000, 50 * attempt), connectTimeout: 5000 }

// Without a listener ioredis prints to the console; the health check says that Redis is away.
const watched = (redis: Redis): Redis => redis.on('error', () => undefined)

/** For commands on a request's or relay's path: fails at once when Redis is away, since Postgres will remind us. */
export const connectFast = (url: string): Redis =>
  watched(new Redis(url, { ...reconnect, enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 5000 }))

/** For blocking reads and subscriptions: waits for Redis as long as it takes. */
export const connectPatient = (url: string): Redis =>
  watched(new Redis(url, { ...reconnect, maxRetriesPerRequest: null }))
