import { Redis } from 'ioredis'
import { Meilisearch } from 'meilisearch'
import postgres from 'postgres'
import { describe, expect, it } from 'vitest'
import { startServices, testDatabase, testRedis, testSearch } from './index.ts'

const requestInit = { headers: { 'accept-encoding': 'identity' } }

describe('the services that test files share', () => {
  it('give each caller a database of its own', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()].map(async (url) => postgres(await url)))
    if (!one || !other) throw new Error('Two databases were asked for.')
    await one`create table only_here (n int)`
    const tables = (sql: postgres.Sql) => sql`select 1 from pg_class where relname = 'only_here'`
    expect((await tables(one)).length).toBe(1)
    expect((await tables(other)).length).toBe(0)
    await Promise.all([one.end(), other.end()])
  })

  it('give each caller an empty Redis and a search prefix of its own', async () => {
    const [one, other] = await Promise.all([testRedis(), testRedis()])
    const [first, second] = [new Redis(one.url), new Redis(other.url)]
    await first.set('k', '1')
    expect(await second.get('k')).toBe(null)
    expect(await first.get('k')).toBe('1')
    expect(one.prefix).not.toBe(other.prefix)
    expect(testSearch().prefix).not.toBe(testSearch().prefix)
    await Promise.all([first.quit(), second.quit()])
  })

  it('have a Meilisearch that wants its key', async () => {
    const { url, key } = testSearch()
    const stats = (apiKey: string) => new Meilisearch({ host: url, apiKey, requestInit }).getStats()
    expect((await stats(key)).databaseSize).toBeGreaterThan(0)
    await expect(stats('wrong')).rejects.toThrow(/API key is invalid/)
  })
})

describe('services of a test of its own', () => {
  it('come back on the same port with what was committed, after a kill', async () => {
    const services = await startServices({ durable: true })
    const sql = postgres(services.postgres.url, { max: 1, onnotice: () => {} })
    const redis = new Redis(services.redis.url)
    redis.on('error', () => {})
    await sql`create table kept (n int)`
    await sql`insert into kept values (7)`
    await redis.set('kept', '7')
    // AOF everysec: what was written is with the operating system at once, so a killed process loses nothing.
    await Promise.all([services.postgres.kill(), services.redis.kill(), services.meilisearch.kill()])
    await expect(fetch(`${services.meilisearch.url}/health`)).rejects.toThrow('fetch failed')
    await Promise.all([services.postgres.restart(), services.redis.restart(), services.meilisearch.restart()])
    expect([...(await sql`select n from kept`)]).toEqual([{ n: 7 }])
    expect(await redis.get('kept')).toBe('7')
    expect((await fetch(`${services.meilisearch.url}/health`)).status).toBe(200)
    await sql.end()
    redis.disconnect()
    await services.stop()
  })
})
