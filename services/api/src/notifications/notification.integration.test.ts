import { afterAll, beforeAll, expect, it } from 'vitest'

import { asSystem, notify } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'

import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const tell = (organisations: OrganisationId[], title: string): Promise<void> =>
  asSystem(api.system, (tx) =>
    notify(tx, organisations, { kind: 'need-closed', subject: organisations[0] ?? '', detail: { title } }),
  )
type Page = { items: { id: string; detail: { title: string }; read: boolean }[]; next: string | null; unread: number }

it('notices are read by their organisation alone, marked one by one or all, and unmarked again', async () => {
  const { client, organisationId } = await api.member('supplier')
  const other = await api.member('supplier')
  for (const title of ['one', 'two', 'three']) await tell([organisationId], title)
  await tell([other.organisationId], 'theirs')
  const page = (await client.get('/api/notifications?limit=2')).body as Page
  expect(page.items.map(({ detail, read }) => [detail.title, read])).toEqual([
    ['three', false],
    ['two', false],
  ])
  expect(page.unread).toBe(3)
  const rest = (await client.get(`/api/notifications?limit=2&cursor=${page.next}`)).body as Page
  expect(rest.items.map(({ detail }) => detail.title)).toEqual(['one'])
  const first = page.items[0]?.id
  const theirs = ((await other.client.get('/api/notifications')).body as Page).items[0]?.id
  expect((await client.post('/api/notifications/read', { ids: [first, theirs] })).body).toEqual({
    ids: [first],
    unread: 2,
  })
  const all = (await client.post('/api/notifications/read', {})).body as { ids: string[]; unread: number }
  expect([all.ids.length, all.unread]).toEqual([2, 0])
  expect((await client.post('/api/notifications/read', { ids: all.ids, read: false })).body).toMatchObject({
    unread: 2,
  })
  expect((await other.client.get('/api/notifications')).body).toMatchObject({ unread: 1 })
})

it('a list of notices costs as many statements with one as with three', async () => {
  const { client, organisationId } = await api.member('buyer')
  await tell([organisationId], 'one')
  expect(await api.statementsOf(() => client.get('/api/notifications'))).toBe(2)
  for (const title of ['two', 'three']) await tell([organisationId], title)
  expect(await api.statementsOf(() => client.get('/api/notifications'))).toBe(2)
})
