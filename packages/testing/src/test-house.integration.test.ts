import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestHouse, type TestHouse } from './index.ts'

let house: TestHouse

beforeAll(async () => {
  house = await startTestHouse()
}, 120_000)
afterAll(() => house.stop())

it('a test house has four processes that are ready', async () => {
  const ready = await Promise.all(Object.values(house.urls).map(async (url) => (await fetch(`${url}/ready`)).status))
  expect(ready).toEqual([200, 200, 200, 200])
})

it('a process that is killed comes back by itself on the same port', async () => {
  const { relay } = house.processes
  const before = relay.pid()
  await relay.kill()
  await expect(fetch(`${house.urls.relay}/health`)).rejects.toThrow('fetch failed')
  await house.ready()
  expect(relay.pid()).not.toBe(before)
  expect((await fetch(`${house.urls.relay}/health`)).status).toBe(200)
})
