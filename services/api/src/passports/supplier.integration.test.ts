import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SupplierRecord } from '@enlace/contracts'
import { asSystem, inviteSupplier, lockRanking, storeRanking } from '@enlace/database'
import {
  asId,
  passportFields,
  type ScoredMatch,
  type NeedId,
  type OrganisationId,
  type PassportField,
  type Visibility,
} from '@enlace/domain'
import { makeNeed, makeSupplier, needContent, passportContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

/** Something only that field says; found in the raw answer or not. */
const marks: Readonly<Record<PassportField, string>> = {
  turnover: '771100',
  balance: '771200',
  localOwnershipPercent: '77.13',
  womenOwnershipPercent: '77.14',
  staff: '7715',
  references: 'marked reference',
  certificates: 'marked certificate',
  minimumOrder: 'marked unit',
  contact: 'marked@example.org',
}
const certificate = { scope: null, issuer: null, number: null, issuedOn: null, expiresOn: null, fileId: null }

function marked(visibility: Partial<Record<PassportField, Visibility>>, verifiedBy: OrganisationId | null = null) {
  const plain = passportContent('open capability')
  const [capability] = plain.capabilities
  if (capability === undefined) throw new Error('The factory gives one capability.')
  return {
    ...plain,
    headline: 'open headline',
    contactEmail: marks.contact,
    facts: {
      ...plain.facts,
      turnover: { amountMinor: Number(marks.turnover), currency: 'USD', year: 2025 },
      balance: { amountMinor: Number(marks.balance), currency: 'USD', year: 2025 },
      localOwnershipPercent: Number(marks.localOwnershipPercent),
      womenOwnershipPercent: Number(marks.womenOwnershipPercent),
      staff: Number(marks.staff),
    },
    capabilities: [{ ...capability, minimumOrder: { value: 1, unit: marks.minimumOrder, per: null } }],
    references: [
      {
        id: capability.id,
        text: marks.references,
        categories: [],
        customer: null,
        year: null,
        value: null,
        place: null,
        confirmedByCustomer: false,
      },
    ],
    certificates: [{ id: capability.id, scheme: marks.certificates, ...certificate, verifiedBy }],
    visibility,
  }
}

const rank = async (needId: NeedId, buyerId: OrganisationId, supplierId: OrganisationId): Promise<void> => {
  const facts = { needId, supplierId, needVersion: 1, passportVersion: 1, score: 0.5, buyerScore: 0.5 }
  const match = {
    ...facts,
    weights: 'producer-driven/1',
    closing: { acts: [], wayIn: null },
  } as Partial<ScoredMatch> as ScoredMatch
  await asSystem(api.system, async (tx) => {
    await lockRanking(tx, needId)
    const ranking = {
      needId,
      buyerId,
      needVersion: 1,
      considered: 1,
      degraded: false,
      partial: false,
      weights: 'producer-driven/1',
    }
    await storeRanking(tx, { ...ranking, matches: [match] })
  })
}

/** One reader of every kind of relation to a supplier, and what relation the rules should find. */
async function readersOf(
  supplierId: OrganisationId,
): Promise<readonly (readonly [name: string, client: Client, audience: string])[]> {
  const [ranked, invited, other, foreign, agency, idle] = await Promise.all([
    api.member('buyer', 'auditor'),
    api.member('buyer'),
    api.member('buyer'),
    api.member('supplier'),
    api.member('agency', 'auditor'),
    api.member('agency'),
  ])
  const [expert, funder, platform] = await Promise.all([
    api.member('expert'),
    api.member('funder'),
    api.member('platform'),
  ])
  const someoneElse = await asSystem(api.system, (tx) => makeSupplier(tx, 'someone else', passportContent('x')))
  const [rankedNeed, invitedNeed, otherNeed] = await asSystem(api.system, (tx) =>
    Promise.all([ranked, invited, other].map(({ organisationId }) => makeNeed(tx, organisationId, needContent()))),
  )
  if (rankedNeed === undefined || invitedNeed === undefined || otherNeed === undefined)
    throw new Error('Three needs were asked for.')
  await rank(rankedNeed, ranked.organisationId, supplierId)
  await rank(otherNeed, other.organisationId, someoneElse)
  await asSystem(api.system, async (tx) => {
    await inviteSupplier(tx, invitedNeed, supplierId)
    await inviteSupplier(tx, otherNeed, someoneElse)
    await tx.execute(
      sql`insert into agency_firms (agency_id, organisation_id) values (${agency.organisationId}, ${supplierId}), (${idle.organisationId}, ${someoneElse})`,
    )
  })
  const own = await api.colleague(supplierId, 'auditor')
  return [
    ['own auditor', own.client, 'own'],
    ['buyer with it ranked', ranked.client, 'matched'],
    ['buyer who invited it', invited.client, 'matched'],
    ['its agency', agency.client, 'matched'],
    ['buyer with another ranked and invited', other.client, 'everyone'],
    ['another supplier', foreign.client, 'everyone'],
    ['another agency', idle.client, 'everyone'],
    ['expert', expert.client, 'everyone'],
    ['funder', funder.client, 'everyone'],
    ['platform', platform.client, 'everyone'],
  ]
}

const allowed: Readonly<Record<Visibility, readonly string[]>> = {
  everyone: ['own', 'matched', 'everyone'],
  matched: ['own', 'matched'],
  nobody: ['own'],
}

describe('what readers of a published passport get', () => {
  it.each<Visibility>(['everyone', 'matched', 'nobody'])(
    'is, of fields for %s, exactly that and no trace more',
    async (visibility) => {
      const content = marked(Object.fromEntries(passportFields.map((field) => [field, visibility])))
      const supplierId = await asSystem(api.system, (tx) => makeSupplier(tx, 'Marked', content))
      for (const [reader, client, audience] of await readersOf(supplierId)) {
        const answer = await client.get(`/api/suppliers/${supplierId}`)
        expect([reader, answer.status]).toEqual([reader, 200])
        const record = answer.body as SupplierRecord
        const raw = JSON.stringify(record)
        const shown = passportFields.filter((field) => raw.includes(marks[field]))
        const wanted: readonly (typeof passportFields)[number][] = allowed[visibility].includes(audience)
          ? passportFields
          : []
        expect([reader, record.audience, shown, record.withheld]).toEqual([
          reader,
          audience,
          [...wanted],
          passportFields.filter((field) => !wanted.includes(field)),
        ])
        expect([raw.includes('open headline'), raw.includes('open capability'), raw.includes('"visibility"')]).toEqual([
          true,
          true,
          false,
        ])
      }
    },
  )

  it('is decided field by field', async () => {
    const supplierId = await asSystem(api.system, (tx) =>
      makeSupplier(tx, 'Mixed', marked({ references: 'nobody', staff: 'matched', turnover: 'everyone' })),
    )
    const readers = await readersOf(supplierId)
    const shownTo = async (name: string): Promise<PassportField[]> => {
      const [, client] = readers.find(([reader]) => reader === name) ?? []
      const raw = JSON.stringify((await client?.get(`/api/suppliers/${supplierId}`))?.body)
      return passportFields.filter((field) => raw.includes(marks[field]))
    }
    expect(await shownTo('own auditor')).toEqual([...passportFields])
    expect(await shownTo('buyer with it ranked')).toEqual(passportFields.filter((field) => field !== 'references'))
    expect(await shownTo('expert')).toEqual([
      'turnover',
      'localOwnershipPercent',
      'womenOwnershipPercent',
      'certificates',
    ])
  })

  it('names who verified a certificate only to those who see the certificate', async () => {
    const agency = await api.member('agency')
    const supplierId = await asSystem(api.system, (tx) =>
      makeSupplier(tx, 'Verified', marked({ certificates: 'matched' }, agency.organisationId)),
    )
    const verifiers = async (reader: string): Promise<readonly { name: string }[]> => {
      const [, client] = (await readersOf(supplierId)).find(([name]) => name === reader) ?? []
      const answer = await client?.get(`/api/suppliers/${supplierId}`)
      const record = answer?.body as SupplierRecord | undefined
      return record?.verifiers ?? []
    }
    expect(await verifiers('buyer with it ranked')).toEqual([{ id: agency.organisationId, name: 'agency' }])
    expect(await verifiers('expert')).toEqual([])
  })

  it('never holds what is being written, and ends with the withdrawal', async () => {
    const { client, organisationId } = await api.member('supplier')
    const reader = await api.member('buyer')
    const address = `/api/suppliers/${organisationId}`
    const none = { status: 404, body: { code: 'passport.not-found' } }
    const written = (headline: string): object => ({
      headline,
      facts: { country: 'CL' },
      capabilities: [{ text: 'Pumps' }],
    })
    expect(await reader.client.get(address)).toMatchObject(none)
    await client.put('/api/passport', { revision: 0, content: written('first words') })
    for (const each of [client, reader.client]) expect(await each.get(address)).toMatchObject(none)
    await client.post('/api/passport/publish', { revision: 1 })
    await client.put('/api/passport', { revision: 1, content: written('secret plans') })
    for (const each of [client, reader.client])
      expect(await each.get(address)).toMatchObject({
        status: 200,
        body: { version: 1, content: { headline: 'first words' } },
      })
    await client.post('/api/passport/withdraw')
    for (const each of [client, reader.client]) expect(await each.get(address)).toMatchObject(none)
  })

  it('is nothing for those who are not signed in, and for what is no supplier', async () => {
    const supplierId = await asSystem(api.system, (tx) => makeSupplier(tx, 'Open', passportContent('x')))
    expect(await api.anonymous().get(`/api/suppliers/${supplierId}`)).toMatchObject({
      status: 401,
      body: { code: 'identity.required' },
    })
    const { client, organisationId } = await api.member('buyer')
    for (const id of [organisationId, asId<OrganisationId>('0190a000-0000-7000-8000-000000000000')])
      expect(await client.get(`/api/suppliers/${id}`)).toMatchObject({
        status: 404,
        body: { code: 'passport.not-found' },
      })
    expect(await client.get('/api/suppliers/nonsense')).toMatchObject({
      status: 404,
      body: { code: 'thing.not-found' },
    })
  })

  it('costs the same few statements however much the passport holds', async () => {
    const { client } = await api.member('buyer')
    for (const rows of [1, 3]) {
      const content = marked({})
      const many = <Entry>(entries: readonly Entry[]): Entry[] => Array.from({ length: rows }, () => entries).flat()
      const full = { ...content, references: many(content.references), certificates: many(content.certificates) }
      const supplierId = await asSystem(api.system, (tx) => makeSupplier(tx, 'Counted', full))
      expect(await api.statementsOf(() => client.get(`/api/suppliers/${supplierId}`))).toBe(1)
    }
  })
})
