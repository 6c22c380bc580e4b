import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asActor, asSystem, openDatabase, readActors } from '@enlace/database'
import type { MemberActor, OrganisationId, SessionId } from '@enlace/domain'
import { makePerson } from '@enlace/testing'
import { openSession } from '@enlace/identity'

import { Client, startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(async () => {
  await api.close()
  await owner.end()
})

async function person(email: string): Promise<Client> {
  const client = api.anonymous()
  const userId = await asSystem(api.system, (tx) => makePerson(tx, email))
  client.keep(
    (await openSession(api.identity.settings, userId, { cookie: undefined, address: '127.0.0.1', userAgent: 'test' }))
      .cookies,
  )
  return client
}
const tokenFor = async (email: string): Promise<string> => {
  const [mail] = await owner<
    { body: string }[]
  >`select body from mails where recipient = ${email} order by id desc limit 1`
  return /#token=(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
}
const eventsOf = async (organisationId: string): Promise<string[]> =>
  (await owner<{ name: string }[]>`select name from events where organisation_id = ${organisationId} order by id`).map(
    (row) => row.name,
  )

describe('founding an organisation', () => {
  it('makes the person its owner, acting for it at once', async () => {
    const client = await person('founder@a.example')
    expect(await client.get('/api/session')).toMatchObject({
      body: { organisation: null, role: null, organisations: [] },
    })
    const founded = await client.post('/api/organisations', { name: 'Talleres Ñandú', kind: 'supplier', country: 'BO' })
    expect(founded).toMatchObject({
      status: 201,
      body: {
        name: 'Talleres Ñandú',
        slug: 'talleres-nandu',
        kind: 'supplier',
        country: 'BO',
        region: null,
        mine: true,
      },
    })
    const { id } = founded.body as { id: string }
    expect((await client.get('/api/session')).body).toEqual({
      person: expect.objectContaining({ email: 'founder@a.example', hasPassword: false, twoFactor: false }),
      organisation: { id, name: 'Talleres Ñandú', kind: 'supplier' },
      role: 'owner',
      organisations: [{ id, name: 'Talleres Ñandú', kind: 'supplier', role: 'owner' }],
      demo: false,
      locale: 'en',
    })
    expect(await eventsOf(id)).toEqual(['organisation.created', 'member.joined'])
  })

  it('gives a second one of the same name another slug, and nobody a platform', async () => {
    const client = await person('founder2@a.example')
    const first = await client.post('/api/organisations', { name: 'Same', kind: 'buyer' })
    const second = await client.post('/api/organisations', { name: 'Same', kind: 'buyer' })
    expect((first.body as { slug: string }).slug).toBe('same')
    expect((second.body as { slug: string }).slug).toMatch(/^same-[0-9a-f]{8}$/)
    expect(await client.post('/api/organisations', { name: 'Us', kind: 'platform' })).toMatchObject({
      status: 422,
      body: { code: 'input.invalid' },
    })
    expect(await api.anonymous().post('/api/organisations', { name: 'X', kind: 'buyer' })).toMatchObject({
      status: 401,
      body: { code: 'identity.required' },
    })
  })
})

describe('an invitation', () => {
  it('is read by its link, accepted once, by the address it was sent to alone', async () => {
    const { client, organisationId } = await api.member('buyer')
    const invited = await client.post(`/api/organisations/${organisationId}/invitations`, {
      email: 'New@B.example',
      role: 'auditor',
    })
    expect(invited).toMatchObject({ status: 201, body: { email: 'new@b.example', role: 'auditor', expired: false } })
    const token = await tokenFor('new@b.example')
    expect(await api.anonymous().post('/api/invitations/read', { token })).toMatchObject({
      status: 200,
      body: {
        organisation: { id: organisationId, kind: 'buyer' },
        email: 'new@b.example',
        role: 'auditor',
        invitedBy: 'A person',
      },
    })
    const wrong = await person('wrong@b.example')
    expect(await wrong.post('/api/invitations/accept', { token })).toMatchObject({
      status: 403,
      body: { code: 'invitation.other-person' },
    })
    const right = await person('new@b.example')
    expect(await right.post('/api/invitations/accept', { token })).toMatchObject({
      status: 200,
      body: { organisationId },
    })
    expect(await right.get('/api/session')).toMatchObject({
      body: { role: 'auditor', organisation: { id: organisationId } },
    })
    expect(await right.post('/api/invitations/accept', { token })).toMatchObject({
      status: 410,
      body: { code: 'invitation.spent' },
    })
    expect(await api.anonymous().post('/api/invitations/read', { token })).toMatchObject({
      status: 410,
      body: { code: 'invitation.spent' },
    })
    expect(await eventsOf(organisationId)).toEqual(['member.invited', 'member.joined'])
  })

  it('leaves no trace of its token but its hash and the mail', async () => {
    const { client, organisationId } = await api.member('buyer')
    await client.post(`/api/organisations/${organisationId}/invitations`, { email: 'trace@b.example', role: 'buyer' })
    const token = await tokenFor('trace@b.example')
    const dump = JSON.stringify([await owner`select * from invitations`, await owner`select * from events`])
    expect(token.length).toBe(43)
    expect(dump).toContain('trace@b.example')
    expect(dump).not.toContain(token)
  })

  it('is worth nothing once replaced, withdrawn or expired', async () => {
    const { client, organisationId } = await api.member('buyer')
    const invite = async (): Promise<{ id: string; token: string }> => {
      const { body } = await client.post(`/api/organisations/${organisationId}/invitations`, {
        email: 'late@b.example',
        role: 'buyer',
      })
      return { id: (body as { id: string }).id, token: await tokenFor('late@b.example') }
    }
    const right = await person('late@b.example')
    const accept = async (token: string): Promise<number> =>
      (await right.post('/api/invitations/accept', { token })).status
    const first = await invite()
    const second = await invite()
    expect(await accept(first.token)).toBe(410)
    expect((await client.delete(`/api/organisations/${organisationId}/invitations/${second.id}`)).status).toBe(204)
    expect(await accept(second.token)).toBe(410)
    const third = await invite()
    await owner`update invitations set expires_at = now() where id = ${third.id}`
    expect(await accept(third.token)).toBe(410)
    expect(await client.get(`/api/organisations/${organisationId}/invitations`)).toMatchObject({
      body: { items: [{ id: third.id, expired: true }], next: null },
    })
    expect(await accept((await invite()).token)).toBe(200)
  })

  it('is refused for a member, for a role of another kind, from a member who is no owner, and from outside', async () => {
    const { client, organisationId } = await api.member('buyer')
    const colleague = await api.colleague(organisationId, 'buyer')
    const stranger = await api.member('supplier')
    const path = `/api/organisations/${organisationId}/invitations`
    const [{ email }] = await owner<[{ email: string }]>`select email from users where id = ${colleague.userId}`
    expect(await client.post(path, { email, role: 'buyer' })).toMatchObject({
      status: 409,
      body: { code: 'thing.conflict' },
    })
    expect(await client.post(path, { email: 'x@b.example', role: 'bidder' })).toMatchObject({
      status: 422,
      body: { code: 'organisation.role' },
    })
    expect(await colleague.client.post(path, { email: 'x@b.example', role: 'buyer' })).toMatchObject({
      status: 403,
      body: { code: 'identity.forbidden' },
    })
    expect(await stranger.client.post(path, { email: 'x@b.example', role: 'buyer' })).toMatchObject({
      status: 404,
      body: { code: 'thing.not-found' },
    })
    expect((await owner`select 1 from invitations where organisation_id = ${organisationId}`).length).toBe(0)
    expect((await owner`select 1 from mails where recipient = 'x@b.example'`).length).toBe(0)
  })
})

describe('a member', () => {
  it('who is given another role has it at the next request', async () => {
    const { client, organisationId } = await api.member('buyer')
    const colleague = await api.colleague(organisationId, 'auditor')
    const invite = () =>
      colleague.client.post(`/api/organisations/${organisationId}/invitations`, { email: 'y@b.example', role: 'buyer' })
    expect((await invite()).status).toBe(403)
    expect(
      (await client.put(`/api/organisations/${organisationId}/members/${colleague.userId}`, { role: 'owner' })).status,
    ).toBe(204)
    expect((await invite()).status).toBe(201)
  })

  it('who is removed acts for nobody at the next request, and goes on as a person', async () => {
    const { client, organisationId } = await api.member('buyer')
    const colleague = await api.colleague(organisationId, 'buyer')
    const read = () => colleague.client.get(`/api/organisations/${organisationId}/members`)
    expect((await read()).status).toBe(200)
    expect((await client.delete(`/api/organisations/${organisationId}/members/${colleague.userId}`)).status).toBe(204)
    expect(await read()).toMatchObject({ status: 403, body: { code: 'identity.organisation-required' } })
    expect(await colleague.client.get('/api/session')).toMatchObject({
      body: { organisation: null, organisations: [] },
    })
    expect(await eventsOf(organisationId)).toEqual(['member.left'])
  })

  it('may leave, but the last owner may neither leave nor step down, not even two at once', async () => {
    const { client, userId, organisationId } = await api.member('buyer')
    const second = await api.colleague(organisationId, 'owner')
    const auditor = await api.colleague(organisationId, 'auditor')
    const path = (id: string): string => `/api/organisations/${organisationId}/members/${id}`
    expect((await auditor.client.delete(path(auditor.userId))).status).toBe(204)
    const both = await Promise.all([
      client.delete(path(userId)),
      second.client.put(path(second.userId), { role: 'buyer' }),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409])
    const left = await owner<{ role: string }[]>`select role from members where organisation_id = ${organisationId}`
    expect(left.filter(({ role }) => role === 'owner').length).toBe(1)
  })

  it('switches between its organisations in this session only, and not to one it is no member of', async () => {
    const first = await api.member('buyer')
    const other = await api.member('supplier')
    const founded = await first.client.post('/api/organisations', { name: 'Second', kind: 'supplier' })
    const { id } = founded.body as { id: string }
    expect(
      await first.client.post('/api/session/organisation', { organisationId: first.organisationId }),
    ).toMatchObject({
      status: 200,
      body: { organisation: { id: first.organisationId, kind: 'buyer' } },
    })
    expect(
      await first.client.post('/api/session/organisation', { organisationId: other.organisationId }),
    ).toMatchObject({ status: 404 })
    expect(await first.client.get('/api/session')).toMatchObject({
      body: { organisation: { id: first.organisationId } },
    })
    expect(await first.client.post('/api/session/organisation', { organisationId: id })).toMatchObject({
      body: { organisation: { id } },
    })
  })
})

describe('lists', () => {
  it('of members and invitations make one statement each, with one row and with three, and page by name', async () => {
    const { client, organisationId } = await api.member('buyer')
    const path = `/api/organisations/${organisationId}`
    const lists = [`${path}/members`, `${path}/invitations`]
    await client.post(`${path}/invitations`, { email: 'one@list.example', role: 'buyer' })
    for (const list of lists) expect([list, await api.statementsOf(() => client.get(list))]).toEqual([list, 1])
    await Promise.all([1, 2].map(() => api.colleague(organisationId, 'auditor')))
    for (const name of ['two', 'three'])
      await client.post(`${path}/invitations`, { email: `${name}@list.example`, role: 'buyer' })
    for (const list of lists) {
      expect([list, await api.statementsOf(() => client.get(list))]).toEqual([list, 1])
      const whole = (await client.get(list)).body as { items: object[]; next: null }
      const first = (await client.get(`${list}?limit=2`)).body as { items: object[]; next: string }
      const rest = (await client.get(`${list}?limit=2&cursor=${first.next}`)).body as { items: object[]; next: null }
      expect([whole.items.length, whole.next, rest.next]).toEqual([3, null, null])
      expect([...first.items, ...rest.items]).toEqual(whole.items)
    }
  })
})

describe('sessions', () => {
  it('are listed, and one that is revoked is nobody at its next request', async () => {
    const { client, userId, organisationId } = await api.member('buyer')
    const phone = new Client(api.app)
    phone.keep(
      (await openSession(api.identity.settings, userId, { cookie: undefined, address: '10.0.0.9', userAgent: 'phone' }))
        .cookies,
    )
    const { items } = (await client.get('/api/sessions')).body as {
      items: { id: string; current: boolean; userAgent: string; ipAddress: string }[]
    }
    expect(items.map(({ current, userAgent, ipAddress }) => `${current} ${userAgent} ${ipAddress}`).toSorted()).toEqual(
      ['false phone 10.0.0.9', 'true test 127.0.0.1'],
    )
    const stranger = await api.member('buyer')
    const target = items.find((one) => !one.current)?.id ?? ''
    expect((await stranger.client.delete(`/api/sessions/${target}`)).status).toBe(404)
    expect((await phone.get(`/api/organisations/${organisationId}`)).status).toBe(200)
    expect((await client.delete(`/api/sessions/${target}`)).status).toBe(204)
    expect(await phone.get(`/api/organisations/${organisationId}`)).toMatchObject({
      status: 401,
      body: { code: 'identity.required' },
    })
    expect((await client.get(`/api/organisations/${organisationId}`)).status).toBe(200)
  })

  it('are told apart for open sockets: who still acts for whom, and which have ended', async () => {
    const { client, organisationId } = await api.member('buyer')
    const colleague = await api.colleague(organisationId, 'auditor')
    const { items } = (await colleague.client.get('/api/sessions')).body as { items: { id: SessionId }[] }
    const [{ id }] = items as [{ id: SessionId }]
    const actor = async () => (await readActors(api.identity.settings.database, [id])).get(id)
    const member = { kind: 'member', userId: colleague.userId, organisationId, organisationKind: 'buyer' }
    expect(await actor()).toEqual({ ...member, role: 'auditor' })
    await client.put(`/api/organisations/${organisationId}/members/${colleague.userId}`, { role: 'buyer' })
    expect(await actor()).toEqual({ ...member, role: 'buyer' })
    await client.delete(`/api/organisations/${organisationId}/members/${colleague.userId}`)
    expect(await actor()).toEqual({ kind: 'person', userId: colleague.userId })
    await colleague.client.post('/api/sign-out')
    expect(await actor()).toBe(undefined)
  })

  it('all others end at once, this one stays', async () => {
    const { client, userId } = await api.member('buyer')
    const others = await Promise.all(
      [1, 2, 3].map(async () => {
        const one = new Client(api.app)
        one.keep(
          (await openSession(api.identity.settings, userId, { cookie: undefined, address: '10.0.0.9', userAgent: 'x' }))
            .cookies,
        )
        return one
      }),
    )
    expect(await client.post('/api/sessions/revoke-others')).toMatchObject({ status: 200, body: { revoked: 3 } })
    expect(await Promise.all(others.map(async (one) => (await one.get('/api/sessions')).status))).toEqual([
      401, 401, 401,
    ])
    expect((await client.get('/api/sessions')).status).toBe(200)
  })
})

describe('row-level security alone', () => {
  const peek = async (organisationId: OrganisationId, actor: MemberActor): Promise<number[]> => {
    const app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
    const counts = await asActor(app, actor, (tx) =>
      tx.execute<{ n: string }>(sql`
        select (select count(*) from members where organisation_id = ${organisationId}) as m, (select count(*) from invitations where organisation_id = ${organisationId}) as i,
          (select count(*) from users u join members m on m.user_id = u.id where m.organisation_id = ${organisationId}) as u`),
    )
    await app.close()
    return Object.values(counts[0] ?? {}).map(Number)
  }

  it('hides members, colleagues and invitations of others; without the policy they leak', async () => {
    const own = await api.member('buyer')
    const other = await api.member('buyer')
    await own.client.post(`/api/organisations/${own.organisationId}/invitations`, {
      email: 'rls@b.example',
      role: 'buyer',
    })
    const actorOf = (signed: typeof own): MemberActor => ({
      kind: 'member',
      userId: signed.userId,
      organisationId: signed.organisationId,
      organisationKind: 'buyer',
      role: 'owner',
    })
    expect(await peek(own.organisationId, actorOf(own))).toEqual([1, 1, 1])
    expect(await peek(own.organisationId, actorOf(other))).toEqual([0, 0, 0])
    await owner`create policy leak on members for select to enlace_app using (true)`
    await owner`create policy leak on invitations for select to enlace_app using (true)`
    await owner`create policy leak on users for select to enlace_app using (true)`
    expect(await peek(own.organisationId, actorOf(other))).toEqual([1, 1, 1])
    await owner`drop policy leak on members`
    await owner`drop policy leak on invitations`
    await owner`drop policy leak on users`
  })

  it.each(['sessions', 'accounts', 'verifications', 'two_factors', 'rate_limits', 'mails'])(
    'does not even let the application ask for %s',
    async (table) => {
      const app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
      await expect(app.sql.unsafe(`select * from ${table}`)).rejects.toThrow(/permission denied/)
      await app.close()
    },
  )

  it('holds over 1,000 alternating tenants on one pooled connection', async () => {
    const [one, two] = [await api.member('buyer'), await api.member('buyer')]
    const app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
    const seen = new Set<string>()
    for (let n = 0; n < 1000; n += 1) {
      const { userId, organisationId } = n % 2 === 0 ? one : two
      const actor: MemberActor = { kind: 'member', userId, organisationId, organisationKind: 'buyer', role: 'owner' }
      const rows = await asActor(app, actor, (tx) =>
        tx.execute<{ organisation_id: string }>(sql`select organisation_id from members`),
      )
      seen.add(JSON.stringify([n % 2, rows.map((row) => row.organisation_id)]))
    }
    await app.close()
    expect([...seen].toSorted()).toEqual([
      JSON.stringify([0, [one.organisationId]]),
      JSON.stringify([1, [two.organisationId]]),
    ])
  })
})
