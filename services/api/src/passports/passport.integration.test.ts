import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { PassportView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'

import { startApi, type Answer, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const viewOf = (answer: Answer): PassportView => answer.body
const content = (headline: string, more: object = {}): object => ({
  headline,
  facts: { country: 'CL', staff: 12 },
  capabilities: [{ text: 'We mend pumps of mines', categories: [{ scheme: 'CPV', code: '50511000' }] }],
  ...more,
})
/** What happened to a passport, in order. */
const eventsOf = async (organisationId: OrganisationId): Promise<string[]> => {
  const rows = await asSystem(api.system, (tx) =>
    tx.execute<{ line: string }>(sql`
      select name || ' ' || (payload ->> 'version') as line from events
      where name like 'passport.%' and payload ->> 'organisationId' = ${organisationId} order by occurred_at, id`),
  )
  return rows.map((row) => row.line)
}
const takeIntoCare = (agencyId: OrganisationId, firmId: OrganisationId): Promise<unknown> =>
  asSystem(api.system, (tx) =>
    tx.execute(sql`insert into agency_firms (agency_id, organisation_id) values (${agencyId}, ${firmId})`),
  )
const save = async (client: Client, revision: number, written: object, firm = ''): Promise<Answer> =>
  client.put(`/api/passport${firm}`, { revision, content: written })

describe('a supplier writing its passport', () => {
  it('begins with what is known of it, saves, publishes, writes on, and withdraws; each step is told once', async () => {
    const { client, organisationId } = await api.member('supplier')
    expect((await client.get('/api/passport')).body).toEqual(
      expect.objectContaining({
        organisationId,
        name: 'supplier',
        state: 'draft',
        version: 0,
        revision: 0,
        publishedAt: null,
        savedAt: null,
        changed: false,
        verifiers: [],
      }),
    )
    expect(viewOf(await client.get('/api/passport')).content.facts).toMatchObject({
      country: 'CL',
      staff: null,
      sites: [],
    })

    const saved = await save(client, 0, content('Pumps'))
    expect(saved).toMatchObject({
      status: 200,
      body: { state: 'draft', version: 0, revision: 1, changed: true, content: { headline: 'Pumps' } },
    })
    const again = await save(client, 1, content('Pumps and valves'))
    expect(again).toMatchObject({ status: 200, body: { revision: 2 } })
    expect(await eventsOf(organisationId)).toEqual(['passport.drafted 0'])

    const published = await client.post('/api/passport/publish', { revision: 2 })
    expect(published).toMatchObject({
      status: 200,
      body: { state: 'published', version: 1, revision: 2, changed: false, publishedAt: expect.stringMatching(/Z$/) },
    })
    const nextDraft = await save(client, 2, content('Pumps, valves, pipes'))
    expect(nextDraft).toMatchObject({
      status: 200,
      body: { state: 'published', version: 1, revision: 3, changed: true },
    })
    expect(await client.post('/api/passport/publish', { revision: 3 })).toMatchObject({
      status: 200,
      body: { version: 2, changed: false },
    })
    expect(await client.post('/api/passport/withdraw')).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', version: 2 },
    })
    expect(await client.post('/api/passport/withdraw')).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', version: 2 },
    })
    expect(await client.post('/api/passport/publish', { revision: 3 })).toMatchObject({
      status: 200,
      body: { state: 'published', version: 3 },
    })
    expect(await eventsOf(organisationId)).toEqual([
      'passport.drafted 0',
      'passport.published 1',
      'passport.drafted 1',
      'passport.published 2',
      'passport.withdrawn 2',
      'passport.published 3',
    ])
  })

  it('keeps the ids of its entries from version to version and gives new ones theirs', async () => {
    const { client } = await api.member('supplier')
    const [first] = viewOf(await save(client, 0, content('Pumps'))).content.capabilities
    expect(first?.id).toMatch(/^[0-9a-f]{8}-/)
    const { capabilities } = viewOf(
      await save(
        client,
        1,
        content('Pumps', { capabilities: [{ text: 'New before' }, { ...first, text: 'We mend all pumps' }] }),
      ),
    ).content
    expect(capabilities.map(({ id }) => id === first?.id)).toEqual([false, true])
    expect(new Set(capabilities.map(({ id }) => id)).size).toBe(2)
  })

  it('is told which fields are missing, and nothing is published', async () => {
    const { client, organisationId } = await api.member('supplier')
    await save(client, 0, { capabilities: [{ text: '' }] })
    const refused = await client.post('/api/passport/publish', { revision: 1 })
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'passport.incomplete',
        faults: [
          { path: 'body.content.headline', message: 'Say in one line what your firm does.' },
          { path: 'body.content.facts.country' },
          { path: 'body.content.capabilities.0.text' },
        ],
      },
    })
    expect(viewOf(await client.get('/api/passport'))).toMatchObject({ state: 'draft', version: 0 })
    expect(await eventsOf(organisationId)).toEqual(['passport.drafted 0'])
  })

  it('cannot say that it was verified or confirmed, nor under whose name it writes', async () => {
    const { client, organisationId } = await api.member('supplier')
    const saved = await save(
      client,
      0,
      content('Pumps', {
        organisationId: 'another',
        name: 'Another',
        references: [{ text: 'A pump', confirmedByCustomer: true }],
        certificates: [{ scheme: 'ISO 9001', verifiedBy: organisationId }],
      }),
    )
    expect(saved).toMatchObject({
      status: 200,
      body: {
        organisationId,
        name: 'supplier',
        content: { references: [{ confirmedByCustomer: false }], certificates: [{ verifiedBy: null }] },
      },
    })
  })

  it.each([
    ['a NUL byte', { about: 'a\u0000b' }, 'body.content.about'],
    ['a lone surrogate', { headline: '\ud800' }, 'body.content.headline'],
    ['a script for an address', { website: 'javascript:alert(1)' }, 'body.content.website'],
    [
      'a percentage over a hundred',
      { facts: { localOwnershipPercent: 101 } },
      'body.content.facts.localOwnershipPercent',
    ],
    [
      'a day that is none',
      { certificates: [{ scheme: 'ISO 9001', expiresOn: '2026-02-30' }] },
      'body.content.certificates.0.expiresOn',
    ],
    ['a field that does not exist', { visibility: { headline: 'nobody' } }, 'body.content.visibility'],
    [
      'too many entries',
      { capabilities: Array.from({ length: 501 }, () => ({ text: 'x' })) },
      'body.content.capabilities',
    ],
    [
      'an amount without end',
      { capabilities: [{ text: 'x', capacity: { value: 1e300, unit: 't' } }] },
      'body.content.capabilities.0.capacity.value',
    ],
  ])('is told where %s stands, and nothing is kept', async (_, fault, path) => {
    const { client } = await api.member('supplier')
    const answer = await save(client, 0, { ...content('Pumps'), ...fault })
    expect(answer).toMatchObject({ status: 422, body: { code: 'input.invalid', faults: [{ path }] } })
    expect(viewOf(await client.get('/api/passport')).revision).toBe(0)
  })
})

describe('two people at one passport', () => {
  it('lose nothing: of two saves from one revision the second is told', async () => {
    const { client, organisationId } = await api.member('supplier')
    const { client: other } = await api.colleague(organisationId, 'bidder')
    for (const revision of [0, 1]) {
      const answers = await Promise.all([save(client, revision, content('One')), save(other, revision, content('Two'))])
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
      const won = answers.find(({ status }) => status === 200)
      const lost = answers.find(({ status }) => status === 412)
      expect(lost?.body).toMatchObject({ code: 'thing.changed' })
      expect(viewOf(await client.get('/api/passport'))).toMatchObject({
        revision: revision + 1,
        content: { headline: won === undefined ? '' : viewOf(won).content.headline },
      })
    }
  })

  it('publish one version when both press at once, however often', async () => {
    const { client, organisationId } = await api.member('supplier')
    const { client: other } = await api.colleague(organisationId, 'bidder')
    for (let version = 1; version <= 5; version += 1) {
      await save(client, version - 1, content(`Pumps ${version}`))
      const answers = await Promise.all(
        [client, other, client, other].map((each) => each.post('/api/passport/publish', { revision: version })),
      )
      expect(answers.map((answer) => [answer.status, viewOf(answer).version])).toEqual(
        Array.from({ length: 4 }, () => [200, version]),
      )
    }
    expect((await eventsOf(organisationId)).filter((line) => line.startsWith('passport.published'))).toEqual(
      [1, 2, 3, 4, 5].map((version) => `passport.published ${version}`),
    )
    expect((await client.get('/api/passport/versions')).body).toMatchObject({
      items: [5, 4, 3, 2, 1].map((version) => ({ version, headline: `Pumps ${version}` })),
      next: null,
    })
  })

  it('do not publish what somebody else saved meanwhile', async () => {
    const { client } = await api.member('supplier')
    await save(client, 0, content('One'))
    await save(client, 1, content('Two'))
    expect(await client.post('/api/passport/publish', { revision: 1 })).toMatchObject({
      status: 412,
      body: { code: 'thing.changed' },
    })
    expect(await client.post('/api/passport/publish', { revision: 3 })).toMatchObject({
      status: 412,
      body: { code: 'thing.changed' },
    })
    expect(viewOf(await client.get('/api/passport'))).toMatchObject({ version: 0, revision: 2 })
  })
})

describe('the versions of a passport', () => {
  it('are kept as they were published and read page by page', async () => {
    const { client } = await api.member('supplier')
    for (const version of [1, 2, 3]) {
      await save(client, version - 1, content(`Pumps ${version}`))
      await client.post('/api/passport/publish', { revision: version })
    }
    const first: { items: { version: number }[]; next: string } = (await client.get('/api/passport/versions?limit=2'))
      .body
    expect(first.items.map(({ version }) => version)).toEqual([3, 2])
    const rest: { items: { version: number }[]; next: null } = (
      await client.get(`/api/passport/versions?limit=2&cursor=${first.next}`)
    ).body
    expect([rest.items.map(({ version }) => version), rest.next]).toEqual([[1], null])
    expect(await client.get('/api/passport/versions/1')).toMatchObject({
      status: 200,
      body: { version: 1, content: { headline: 'Pumps 1' } },
    })
    for (const version of ['4', '0', '1.5', 'x'])
      expect(await client.get(`/api/passport/versions/${version}`)).toMatchObject({
        status: 404,
        body: { code: 'thing.not-found' },
      })
  })
})

describe('whose passport', () => {
  it('a role or kind that does not write passports is refused', async () => {
    const supplier = await api.member('supplier')
    const auditor = await api.colleague(supplier.organisationId, 'auditor')
    await save(supplier.client, 0, content('Pumps'))
    expect(await auditor.client.get('/api/passport')).toMatchObject({
      status: 200,
      body: { content: { headline: 'Pumps' } },
    })
    expect(await save(auditor.client, 1, content('Mine'))).toMatchObject({
      status: 403,
      body: { code: 'identity.forbidden' },
    })
    for (const path of ['publish', 'withdraw'])
      expect(await auditor.client.post(`/api/passport/${path}`, { revision: 1 })).toMatchObject({
        status: 403,
        body: { code: 'identity.forbidden' },
      })
    const buyer = await api.member('buyer')
    expect(await buyer.client.get('/api/passport')).toMatchObject({ status: 403, body: { code: 'identity.forbidden' } })
    expect(await save(buyer.client, 0, content('Mine'))).toMatchObject({
      status: 403,
      body: { code: 'identity.forbidden' },
    })
    expect(await api.anonymous().get('/api/passport')).toMatchObject({
      status: 401,
      body: { code: 'identity.required' },
    })
    expect(viewOf(await supplier.client.get('/api/passport')).revision).toBe(1)
  })

  it('that of a firm is written by the agency that has it in its care and by nobody else', async () => {
    const { client, organisationId } = await api.member('supplier')
    await save(client, 0, content('Pumps'))
    const agency = await api.member('agency', 'facilitator')
    const firm = `?firm=${organisationId}`
    const everything = async (each: Client): Promise<[number, string | undefined][]> => {
      const answers = [
        await each.get(`/api/passport${firm}`),
        await each.get(`/api/passport/versions${firm}`),
        await save(each, 1, content('Theirs'), firm),
        await each.post(`/api/passport/publish${firm}`, { revision: 1 }),
        await each.post(`/api/passport/withdraw${firm}`),
      ]
      return answers.map(({ status, body }) => [status, (body as { code?: string }).code])
    }
    const absent = Array.from({ length: 5 }, () => [404, 'thing.not-found'])
    expect(await everything(agency.client)).toEqual(absent)
    for (const kind of ['buyer', 'supplier', 'platform'] as const)
      expect(await everything((await api.member(kind)).client)).toEqual(absent)
    expect(viewOf(await client.get('/api/passport'))).toMatchObject({
      revision: 1,
      version: 0,
      content: { headline: 'Pumps' },
    })

    await takeIntoCare(agency.organisationId, organisationId)
    expect(await everything((await api.colleague(agency.organisationId, 'auditor')).client)).toEqual(
      Array.from({ length: 5 }, () => [403, 'identity.forbidden']),
    )
    expect(await save(agency.client, 1, content('Written for them'), firm)).toMatchObject({
      status: 200,
      body: { organisationId, revision: 2 },
    })
    expect(await agency.client.post(`/api/passport/publish${firm}`, { revision: 2 })).toMatchObject({
      status: 200,
      body: { version: 1 },
    })
    expect(viewOf(await client.get('/api/passport'))).toMatchObject({
      version: 1,
      content: { headline: 'Written for them' },
    })
    expect(await eventsOf(organisationId)).toEqual(['passport.drafted 0', 'passport.published 1'])
  })
})

describe('a certificate that an agency has looked at', () => {
  it('carries the mark in draft and market alike, as a version of its own, until the paper changes', async () => {
    const { client, organisationId } = await api.member('supplier')
    const agency = await api.member('agency', 'assessor')
    await takeIntoCare(agency.organisationId, organisationId)
    const paper = { scheme: 'ISO 9001', number: '7' }
    const saved = viewOf(await save(client, 0, content('Pumps', { certificates: [paper] })))
    await client.post('/api/passport/publish', { revision: 1 })
    const [certificate] = saved.content.certificates
    const address = `/api/passport/certificates/${certificate?.id}/verify?firm=${organisationId}`
    expect(await agency.client.post(address, { verified: true })).toMatchObject({
      status: 200,
      body: { version: 2, revision: 1, changed: false, verifiers: [{ id: agency.organisationId, name: 'agency' }] },
    })
    expect(await agency.client.post(address, { verified: true })).toMatchObject({ status: 200, body: { version: 2 } })
    expect(await client.get('/api/passport/versions/2')).toMatchObject({
      body: { content: { certificates: [{ verifiedBy: agency.organisationId }] } },
    })

    const other = await api.member('agency')
    await takeIntoCare(other.organisationId, organisationId)
    expect(await other.client.post(address, { verified: false })).toMatchObject({
      status: 409,
      body: { code: 'thing.conflict' },
    })
    expect(await save(client, 1, content('Pumps', { certificates: [{ ...certificate, number: '8' }] }))).toMatchObject({
      status: 200,
      body: { content: { certificates: [{ verifiedBy: null }] } },
    })
    // The market still sees the paper that was looked at; the mark of the new one waits for its publication.
    expect(await other.client.post(address, { verified: true })).toMatchObject({
      status: 200,
      body: { version: 2, content: { certificates: [{ verifiedBy: other.organisationId }] } },
    })
    expect(await eventsOf(organisationId)).toEqual([
      'passport.drafted 0',
      'passport.published 1',
      'passport.published 2',
      'passport.drafted 2',
    ])
  })

  it('is marked by no one else: not by its owner, not by an agency without it in care, and only where it exists', async () => {
    const { client, organisationId } = await api.member('supplier')
    const saved = viewOf(await save(client, 0, content('Pumps', { certificates: [{ scheme: 'ISO 9001' }] })))
    const path = `/api/passport/certificates/${saved.content.certificates[0]?.id}/verify`
    expect(await client.post(path, { verified: true })).toMatchObject({
      status: 403,
      body: { code: 'identity.forbidden' },
    })
    const agency = await api.member('agency')
    expect(await agency.client.post(`${path}?firm=${organisationId}`, { verified: true })).toMatchObject({
      status: 404,
      body: { code: 'thing.not-found' },
    })
    await takeIntoCare(agency.organisationId, organisationId)
    const missing = `/api/passport/certificates/${organisationId}/verify?firm=${organisationId}`
    expect(await agency.client.post(missing, { verified: true })).toMatchObject({
      status: 404,
      body: { code: 'thing.not-found' },
    })
    expect(viewOf(await client.get('/api/passport')).content.certificates[0]?.verifiedBy).toBeNull()
    expect(await agency.client.post(`${path}?firm=${organisationId}`, { verified: true })).toMatchObject({
      status: 200,
      body: { content: { certificates: [{ verifiedBy: agency.organisationId }] } },
    })
  })
})
