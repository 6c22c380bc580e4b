import type { CallView, SeatView } from '@enlace/contracts'
import { asActor, openDatabase } from '@enlace/database'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { callContent } from '../../test/call-world.ts'
import { sealedDraft, withKey } from '../../test/sealed-world.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
let asked: Signed
let other: Signed
beforeAll(async () => {
  api = await startApi()
  buyer = await api.member('buyer')
  asked = await api.member('expert')
  other = await api.member('expert')
}, 60_000)
afterAll(() => api.close())

const emailOf = async ({ client }: Signed): Promise<string> =>
  ((await client.get('/api/session')).body as { person: { email: string } }).person.email
const partsOf = async ({ client }: Signed, path: string): Promise<unknown> => {
  const { status, body } = await client.get(path)
  return status === 200 ? (body as CallView).parts : status
}

describe('somebody of another organisation who is asked to open a sealed draft', () => {
  it('finds it, reads it, sees the seat that is offered and no other, and takes it; nobody else does', async () => {
    const draft = await buyer.client.post('/api/calls', callContent({ sealing: 'sealed', threshold: 2 }))
    const path = `/api/calls/${(draft.body as CallView).id}`
    expect([await partsOf(asked, path), await partsOf(other, path)]).toEqual([404, 404])
    await buyer.client.post(`${path}/seats`, { seat: 'opener', email: await emailOf(asked) })
    expect([await partsOf(asked, path), await partsOf(other, path)]).toEqual([['asked'], 404])
    const listed = (await asked.client.get('/api/calls')).body as { items: CallView[] }
    expect(listed.items.map(({ id }) => `/api/calls/${id}`)).toEqual([path])
    const seats = ((await asked.client.get(`${path}/seats`)).body as { items: SeatView[] }).items
    expect(seats.map(({ seat, acceptedAt }) => [seat, acceptedAt])).toEqual([['opener', null]])
    expect((await asked.client.put(path, callContent({ sealing: 'sealed' }))).status).toBe(403)
    const accept = `${path}/seats/${seats[0]?.id}/accept`
    expect((await other.client.post(accept, {})).status).toBe(404)
    expect((await asked.client.post(accept, {})).status).toBe(200)
    expect(await partsOf(asked, path)).toEqual(['opener'])
  })
})

describe('the key of a seat', () => {
  it('is one of whoever sits in it, even for those who may write the row', async () => {
    const { call, openers } = await sealedDraft(api)
    const [author, colleague] = openers
    const stranger = await withKey(await api.member('expert'))
    const database = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
    const actor = { kind: 'member', organisationKind: 'buyer', role: 'owner', ...author } as const
    expect(colleague.organisationId).toBe(author.organisationId)
    const sealTo = (publicKey: string): Promise<number> =>
      asActor(database, actor, async (tx) => {
        const at = sql`call_id = ${call.id} and seat = 'opener' and user_id = ${colleague.userId}`
        return (await tx.execute(sql`update call_seats set public_key = ${publicKey} where ${at} returning id`)).length
      })
    await expect(sealTo(stranger.key.publicKey)).rejects.toMatchObject({
      cause: { constraint_name: 'call_seats_own_key' },
    })
    expect(await sealTo(colleague.key.publicKey)).toBe(1)
    await database.close()
  })
})
