import { Redis } from 'ioredis'

/** A Redis that is watched: all that anybody says to it from now on, and all that it holds. */
export interface WatchedRedis {
  /** Every command as it came, publications and scripts too. */
  traffic: string[]
  /** Every value of every database, as bytes. */
  contents(): Promise<Buffer[]>
  set(key: string, value: string): Promise<unknown>
  /** Writes what it holds to its file, in clear. */
  save(): Promise<unknown>
  close(): void
}

type Reading = (redis: Redis, key: Buffer) => Promise<unknown>
const readings: Record<string, Reading> = {
  string: (redis, key) => redis.getBuffer(key),
  list: (redis, key) => redis.lrangeBuffer(key, 0, -1),
  set: (redis, key) => redis.smembersBuffer(key),
  zset: (redis, key) => redis.callBuffer('ZRANGE', key, '0', '-1'),
  hash: (redis, key) => redis.callBuffer('HGETALL', key),
  stream: (redis, key) => redis.callBuffer('XRANGE', key, '-', '+'),
}
/** All bytes in an answer, however it is nested. */
const bytesIn = (value: unknown): Buffer[] => {
  if (Buffer.isBuffer(value)) return [value]
  return Array.isArray(value) ? value.flatMap(bytesIn) : []
}

/** Begins to watch the Redis at an address; its files hold what they hold uncompressed from now on. */
export async function watchRedis(url: string): Promise<WatchedRedis> {
  const redis = new Redis(url)
  await redis.config('SET', 'rdbcompression', 'no')
  const monitor = await redis.monitor()
  const traffic: string[] = []
  monitor.on('monitor', (_time: string, args: string[]) => traffic.push(args.join(' ')))
  return {
    traffic,
    async contents() {
      const all: Buffer[] = []
      const databases = [...(await redis.info('keyspace')).matchAll(/^db(\d+):/gm)].map(([, number]) => Number(number))
      for (const database of databases) {
        await redis.select(database)
        for (const key of bytesIn(await redis.callBuffer('KEYS', '*'))) {
          const type = await redis.type(key)
          // It had its time and is gone.
          if (type === 'none') continue
          const reading = readings[type]
          if (reading === undefined) throw new Error(`nobody knows how to read the key ${key.toString()}`)
          // A key may have gone meanwhile.
          all.push(key, ...bytesIn(await reading(redis, key).catch(() => null)))
        }
      }
      return all
    },
    set: (key, value) => redis.set(key, value),
    save: () => redis.save(),
    close() {
      monitor.disconnect()
      redis.disconnect()
    },
  }
}
