import { createServer, type Server } from 'node:net'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asSystem } from '@enlace/database'
import { openSearch, type Search } from '@enlace/search'
import { makeSupplier, passportContent, startServices, type OwnServices } from '@enlace/testing'

import { indexAll } from '../../test/index-all.ts'
import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

let services: OwnServices
let search: Search
let api: TestApi
let client: Client

beforeAll(async () => {
  services = await startServices()
  search = openSearch({ url: services.meilisearch.url, key: services.key, prefix: 'd_', timeoutMs: 800 })
  api = await startApi({ search })
  client = (await api.member('buyer')).client
  await asSystem(api.system, (tx) =>
    makeSupplier(tx, 'Bombas Atacama', passportContent('Reparación de bombas de relave')),
  )
  await indexAll(api.system, search)
}, 60_000)
afterAll(async () => {
  await api.close()
  await services.stop()
})

const ask = async (asking: Client): Promise<{ names: string[]; degraded: boolean; ms: number }> => {
  const began = performance.now()
  const answer = await asking.get('/api/search/suppliers?query=bombas')
  const body = answer.body as { items: { supplier: { name: string } }[]; degraded: boolean }
  return { names: body.items.map((item) => item.supplier.name), degraded: body.degraded, ms: performance.now() - began }
}

describe('people searching while the search index', () => {
  it('is killed get the same answer from Postgres, and the index again when it is back', async () => {
    expect(await ask(client)).toMatchObject({ names: ['Bombas Atacama'], degraded: false })
    await services.meilisearch.kill()
    for (let count = 0; count < 3; count += 1) {
      const answer = await ask(client)
      expect(answer).toMatchObject({ names: ['Bombas Atacama'], degraded: true })
      expect(answer.ms).toBeLessThan(2000)
    }
    await services.meilisearch.restart()
    await expect.poll(async () => (await ask(client)).degraded, { timeout: 10_000 }).toBe(false)
  }, 60_000)

  it('accepts and never answers wait for it once, and at most two seconds', async () => {
    const silent: Server = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const stuck = await startApi({
      database: api.url,
      search: openSearch({ url: `http://127.0.0.1:${address.port}`, key: '', prefix: 'd_', timeoutMs: 800 }),
    })
    const asking = (await stuck.member('buyer')).client
    const [first, second] = [await ask(asking), await ask(asking)]
    expect([first, second]).toMatchObject([
      { names: ['Bombas Atacama'], degraded: true },
      { names: ['Bombas Atacama'], degraded: true },
    ])
    expect(first.ms).toBeLessThan(2000)
    expect(second.ms).toBeLessThan(800)
    await stuck.close()
    silent.close()
  }, 60_000)
})
