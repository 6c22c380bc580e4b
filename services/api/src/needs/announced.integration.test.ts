import { setTimeout as sleep } from 'node:timers/promises'

import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ComingNeed } from '@enlace/contracts'
import { asId } from '@enlace/domain'
import { openAnnouncementListener } from '@enlace/messaging'
import { needContent } from '@enlace/testing'

import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
let listener: { readonly close: () => void }
const heard: ComingNeed[] = []

beforeAll(async () => {
  api = await startApi()
  buyer = await api.member('buyer')
  listener = openAnnouncementListener({ ...api.redis, onNeed: (need) => heard.push(need) })
  // Until the first word is heard: whoever begins to listen late misses some, which costs nothing but here.
  const { organisationId } = buyer
  const probe: ComingNeed = { id: asId(uuidv7()), organisationId, version: 0, content: needContent() }
  while (heard.length === 0) {
    api.announcer.announce(probe)
    await sleep(20)
  }
})
afterAll(async () => {
  listener.close()
  await api.close()
})

const written = { title: 'Pump seals', text: 'Seals for slurry pumps.' }
const versionsOf = (id: string): number[] => heard.filter((need) => need.id === id).map(({ version }) => version)
const post = async (who: Signed, need: object): Promise<{ status: number; body: { id: string; version: number } }> =>
  who.client.post('/api/needs', need)

it('a need is announced once with each version that is about to be published, and a draft is not', async () => {
  const { body: draft } = await post(buyer, written)
  const { body: posted } = await post(buyer, { ...written, publish: true })
  await expect.poll(() => versionsOf(posted.id)).toEqual([1])
  expect(heard.at(-1)).toMatchObject({ organisationId: buyer.organisationId, content: written })

  expect((await buyer.client.post(`/api/needs/${draft.id}/publish`)).status).toBe(200)
  await expect.poll(() => versionsOf(draft.id)).toEqual([1])
  const amended = { ...written, text: 'Seals for slurry and water pumps.', version: 1, reason: 'More pumps' }
  expect((await buyer.client.put(`/api/needs/${draft.id}`, amended)).status).toBe(200)
  await expect.poll(() => versionsOf(draft.id)).toEqual([1, 2])
  expect(heard.at(-1)?.content.text).toBe(amended.text)
})

it('who may not post announces nothing', async () => {
  const supplier = await api.member('supplier')
  expect((await post(supplier, { ...written, publish: true })).status).toBe(403)
  const { body: next } = await post(buyer, { ...written, publish: true })
  await expect.poll(() => versionsOf(next.id)).toEqual([1])
  expect(heard.filter(({ organisationId }) => organisationId === supplier.organisationId)).toEqual([])
})
