import { afterAll, beforeAll, expect, it } from 'vitest'

import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const path = '/api/admin/queues'

it("the platform's owners alone see the queues, in a page that fetches what it needs from the same place", async () => {
  expect((await api.anonymous().get(path)).status).toBe(401)
  expect((await api.anonymous().get(`${path}/api/queues`)).status).toBe(401)
  expect((await (await api.member('buyer')).client.get(`${path}/api/queues`)).status).toBe(403)
  const { client } = await api.member('platform')
  const page = await client.get(path)
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  const script = /src="([^"]+\.js)"/.exec(page.body)?.[1] ?? ''
  const asset = await client.get(new URL(script, `http://127.0.0.1${path}/`).pathname)
  expect([asset.status, String(asset.headers['content-type'])]).toEqual([200, expect.stringContaining('javascript')])
  const list = (await client.get(`${path}/api/queues`)).body as { queues: { name: string; readOnlyMode: boolean }[] }
  expect(list.queues.map(({ name }) => name)).toContain('rank-need')
  expect(list.queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true)
})

it('nothing can be done to a queue through the page', async () => {
  const { client } = await api.member('platform')
  const pausing = await client.put(`${path}/api/queues/rank-need/pause`)
  expect(pausing.status).toBeGreaterThanOrEqual(400)
})
