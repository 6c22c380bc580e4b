import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asSystem, endNeed, inviteSupplier, publishVersion } from '@enlace/database'
import {
  asId,
  unstatedFacts,
  type NeedContent,
  type NeedId,
  type OrganisationId,
  type PassportContent,
} from '@enlace/domain'
import { openSearch } from '@enlace/search'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { indexAll } from '../../test/index-all.ts'
import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

type Answer = {
  readonly items: readonly {
    readonly supplier: { readonly name: string; readonly staff: number | null }
    readonly title: string
    readonly buyer: { readonly name: string } | null
    readonly excerpt: { readonly text: string; readonly marks: readonly { start: number; end: number }[] } | null
  }[]
  readonly next: string | null
  readonly total: number
  readonly degraded: boolean
  readonly facets: readonly {
    readonly name: string
    readonly values: readonly { readonly value: string; readonly count: number }[]
  }[]
}

let api: TestApi
/** The same database without its search engine. */
let away: TestApi
let buyer: OrganisationId
const ids: Record<string, OrganisationId> = {}
const needs: Record<string, NeedId> = {}

const certificate = (scheme: string, expiresOn: string | null = null): PassportContent['certificates'][number] => ({
  id: asId(uuidv7()),
  scheme,
  scope: null,
  issuer: null,
  number: null,
  issuedOn: null,
  expiresOn,
  fileId: null,
  verifiedBy: null,
})
const reference = (text: string): PassportContent['references'][number] => ({
  id: asId(uuidv7()),
  text,
  categories: [],
  customer: null,
  year: null,
  value: null,
  place: null,
  confirmedByCustomer: false,
})
const supplierOf = (
  text: string,
  country: string,
  code: string,
  given: Partial<PassportContent> = {},
): PassportContent => {
  const content = passportContent(text, given)
  return {
    ...content,
    facts: { ...unstatedFacts, country, staff: 12, languages: [{ language: 'es', level: 'fluent' }], ...given.facts },
    capabilities: content.capabilities.map((one) => ({ ...one, categories: [{ scheme: 'CPV', code }] })),
  }
}

beforeAll(async () => {
  api = await startApi()
  const reader = await api.member('buyer')
  await asSystem(api.system, async (tx) => {
    buyer = await makeOrganisation(tx, 'buyer', 'Cobre Andino')
    ids['bolts'] = await makeSupplier(
      tx,
      'Pernos del Ñandú',
      supplierOf('Pernos y tornillería de acero inoxidable', 'CL', '44531000', {
        certificates: [certificate('ISO 9001:2015', '2020-01-01')],
      }),
    )
    ids['pumps'] = await makeSupplier(
      tx,
      'Bombas Atacama',
      supplierOf('Reparación de bombas de relave', 'CL', '50511000', {
        certificates: [certificate('ISO 9001'), certificate('ISO 14001')],
      }),
    )
    ids['bread'] = await makeSupplier(
      tx,
      'Panadería Lima',
      supplierOf('Pan y pasteles para comedores', 'PE', '15810000', {
        references: [reference('Zanahoria confidencial')],
        visibility: { references: 'matched', staff: 'nobody', certificates: 'nobody' },
        certificates: [certificate('HACCP')],
      }),
    )
    ids['gone'] = await makeSupplier(tx, 'Retirada', supplierOf('Pernos retirados', 'BO', '44531000'))
    await tx.execute(sql`update passports set state = 'withdrawn' where organisation_id = ${ids['gone']}`)
    const publish = async (key: string, given: Partial<NeedContent>): Promise<void> => {
      needs[key] = await makeNeed(tx, buyer, needContent({ text: 'Palabra común.', ...given }))
    }
    await publish('open', {
      title: 'Supresor de polvo',
      place: { country: 'CL', region: 'Antofagasta', locality: null, latitude: null, longitude: null },
    })
    await publish('alias', { title: 'Neumáticos gigantes', confidentiality: 'alias' })
    await publish('invited', {
      title: 'Secreto explosivo',
      confidentiality: 'invited',
      place: { country: 'BO', region: null, locality: null, latitude: null, longitude: null },
    })
    await publish('challenge', { title: 'Menos agua en flotación', kind: 'challenge', answerBy: '2100-01-01' })
    await publish('late', { title: 'Plazo vencido', answerBy: '2020-01-01' })
    await inviteSupplier(tx, needs['invited'] ?? asId(''), ids['pumps'] ?? asId(''))
  })
  await indexAll(api.system, api.search)
  away = await startApi({
    database: api.url,
    search: openSearch({ url: 'http://127.0.0.1:9', key: '', prefix: '', timeoutMs: 800 }),
  })
  clients
    .set('the index', reader.client)
    .set('the database', (await away.colleague(reader.organisationId, 'buyer')).client)
})
afterAll(async () => {
  await Promise.all([api.close(), away.close()])
})

const engines = ['the index', 'the database'] as const
type Engine = (typeof engines)[number]
const clients = new Map<Engine, Client>()
const clientOf = (engine: Engine): Client => clients.get(engine) ?? api.anonymous()
const search = async (engine: Engine, path: string): Promise<Answer> => {
  const answer = await clientOf(engine).get(`/api/search/${path}`)
  expect(answer.status).toBe(200)
  return answer.body
}
const names = (answer: Answer): string[] => answer.items.map((item) => item.supplier.name)
const titles = (answer: Answer): string[] => answer.items.map((item) => item.title)
const countsOf = (answer: Answer, name: string): Record<string, number> =>
  Object.fromEntries(
    (answer.facets.find((facet) => facet.name === name)?.values ?? []).map(({ value, count }) => [value, count]),
  )

describe.each(engines)('searching suppliers in %s', (engine) => {
  it('finds words without their accents and says whether the index is away', async () => {
    const answer = await search(engine, 'suppliers?query=tornilleria')
    expect(names(answer)).toEqual(['Pernos del Ñandú'])
    expect(answer.degraded).toBe(engine === 'the database')
    expect(answer.items[0]?.excerpt).toEqual({
      text: 'Pernos y tornillería de acero inoxidable',
      marks: [{ start: 9, end: 20 }],
    })
  })

  it('counts facets, and a chosen facet counts what its other values would give', async () => {
    const all = await search(engine, 'suppliers?sort=name')
    expect(names(all)).toEqual(['Bombas Atacama', 'Panadería Lima', 'Pernos del Ñandú'])
    expect(all.total).toBe(3)
    expect([
      countsOf(all, 'country'),
      countsOf(all, 'certificate'),
      countsOf(all, 'category'),
      countsOf(all, 'size'),
      countsOf(all, 'language'),
    ]).toEqual([
      { CL: 2, PE: 1 },
      { 'ISO 9001': 2, 'ISO 14001': 1 },
      { 'CPV 15': 1, 'CPV 44': 1, 'CPV 50': 1 },
      { small: 2 },
      { es: 3 },
    ])
    const chile = await search(engine, 'suppliers?sort=name&country=CL&certificate=ISO%2014001')
    expect(names(chile)).toEqual(['Bombas Atacama'])
    expect([countsOf(chile, 'country'), countsOf(chile, 'certificate'), countsOf(chile, 'category')]).toEqual([
      { CL: 1 },
      { 'ISO 9001': 2, 'ISO 14001': 1 },
      { 'CPV 50': 1 },
    ])
    expect(names(await search(engine, 'suppliers?sort=name&country=PE&country=CL&category=CPV%2044'))).toEqual([
      'Pernos del Ñandú',
    ])
    expect(names(await search(engine, 'suppliers?category=CPV%20445310'))).toEqual(['Pernos del Ñandú'])
  })

  it('never finds, counts or shows what is withdrawn or kept from everyone', async () => {
    for (const words of ['Retirada', 'retirados', 'zanahoria', 'HACCP'])
      expect(names(await search(engine, `suppliers?query=${words}`))).toEqual([])
    const bread = await search(engine, 'suppliers?query=panaderia')
    expect(names(bread)).toEqual(['Panadería Lima'])
    expect(bread.items[0]?.supplier.staff).toBe(null)
    expect([countsOf(bread, 'size'), countsOf(bread, 'certificate')]).toEqual([{}, {}])
  })

  it('finds the fields that everyone may see by the same words', async () => {
    expect(names(await search(engine, 'suppliers?query=14001'))).toEqual(['Bombas Atacama'])
    expect(names(await search(engine, 'suppliers?query=pernos'))).toEqual(['Pernos del Ñandú'])
  })
})

describe.each(engines)('searching needs in %s', (engine) => {
  it('finds open needs and challenges, not those by invitation, ended or too late, not even for whom is invited', async () => {
    const all = await search(engine, 'needs?sort=newest')
    expect(titles(all)).toEqual(['Menos agua en flotación', 'Neumáticos gigantes', 'Supresor de polvo'])
    expect([all.total, countsOf(all, 'kind'), countsOf(all, 'country')]).toEqual([
      3,
      { need: 2, challenge: 1 },
      { CL: 1 },
    ])
    expect(titles(await search(engine, 'needs?query=explosivo'))).toEqual([])
    const invited = await (engine === 'the index' ? api : away).colleague(ids['pumps'] ?? asId(''), 'owner')
    expect(((await invited.client.get('/api/search/needs?query=explosivo')).body as Answer).items).toEqual([])
    expect((await invited.client.get(`/api/needs/${needs['invited']}`)).status).toBe(200)
  })

  it('finds a need under an alias by its words but not by its buyer, and does not say who asks', async () => {
    const alias = await search(engine, 'needs?query=neumaticos')
    expect([titles(alias), alias.items[0]?.buyer]).toEqual([['Neumáticos gigantes'], null])
    expect(titles(await search(engine, 'needs?query=cobre%20andino&sort=newest'))).toEqual([
      'Menos agua en flotación',
      'Supresor de polvo',
    ])
  })

  it('orders by deadline and keeps to those that end by a day', async () => {
    expect(titles(await search(engine, 'needs?sort=deadline'))[0]).toBe('Menos agua en flotación')
    expect(titles(await search(engine, 'needs?answerUntil=2101-01-01'))).toEqual(['Menos agua en flotación'])
  })
})

describe.each(engines)('suggesting in %s', (engine) => {
  it('completes names of suppliers, titles of open needs and categories, and nothing that is not for everyone', async () => {
    const labels = async (typed: string): Promise<string[]> =>
      (
        (await clientOf(engine).get(`/api/search/suggest?query=${typed}&language=es`)).body as {
          items: { label: string }[]
        }
      ).items.map((item) => item.label)
    expect((await labels('pern')).slice(0, 1)).toEqual(['Pernos del Ñandú'])
    expect(await labels('neumat')).toContain('Neumáticos gigantes')
    expect(await labels('secreto')).not.toContain('Secreto explosivo')
    expect(await labels('retir')).not.toContain('Retirada')
  })
})

describe('the index', () => {
  it('forgives a typing error and an unknown first word', async () => {
    expect(names(await search('the index', 'suppliers?query=panderia'))).toEqual(['Panadería Lima'])
    expect(names(await search('the index', 'suppliers?query=xyzzyq%20bombas'))).toEqual(['Bombas Atacama'])
  })

  it('costs as many statements for three suppliers as for one', async () => {
    const one = await api.statementsOf(() => search('the index', 'suppliers?query=tornilleria'))
    const three = await api.statementsOf(() => search('the index', 'suppliers'))
    expect([one, three]).toEqual([3, 3])
  })

  it('gives nothing away that changed since it was last level, in rows, counts or words', async () => {
    const before = await search('the index', 'needs?query=polvo')
    expect([titles(before), countsOf(before, 'country')]).toEqual([['Supresor de polvo'], { CL: 1 }])
    const openId = needs['open'] ?? asId('')
    const aliasId = needs['alias'] ?? asId('')
    await asSystem(api.system, async (tx) => {
      await publishVersion(tx, {
        id: openId,
        from: 'published',
        version: 1,
        content: needContent({ title: 'Supresor de polvo', confidentiality: 'invited' }),
        reason: '',
        by: null,
      })
      await endNeed(tx, aliasId, ['published'], 'closed')
    })
    // The engine itself still finds both, so what follows is not for want of them.
    const raw = await api.search.meili.index(`${api.search.prefix}needs`).search('', { facets: ['country'] })
    expect([raw.estimatedTotalHits, raw.facetDistribution?.['country']]).toEqual([4, { CL: 1 }])
    for (const engine of engines) {
      const after = await search(engine, 'needs')
      expect([titles(after), after.total, countsOf(after, 'country'), after.degraded]).toEqual([
        ['Menos agua en flotación'],
        1,
        {},
        engine === 'the database',
      ])
    }
  })

  it('is not asked where nobody ever filled it', async () => {
    const fresh = await startApi()
    const { client: newcomer } = await fresh.member('buyer')
    expect((await newcomer.get('/api/search/suppliers?query=bombas')).body).toMatchObject({
      items: [],
      total: 0,
      degraded: true,
    })
    await fresh.close()
  })
})

describe('asking amiss', () => {
  it.each([
    'suppliers?country=Chile',
    'suppliers?category=24',
    'suppliers?limit=0',
    'needs?answerUntil=2025-02-30',
    'suggest?query=',
  ])('%s is refused with the field at fault', async (path) => {
    const answer = await clientOf('the index').get(`/api/search/${path}`)
    expect([answer.status, (answer.body as { faults: { path: string }[] }).faults[0]?.path.split('.')[0]]).toEqual([
      422,
      'query',
    ])
  })

  it('with a page mark that is not ours is refused', async () => {
    for (const position of [{ offset: -4, id: 'x' }, { offset: 1.5, id: 'x' }, { offset: 1e9, id: 'x' }, { id: 'x' }]) {
      const cursor = Buffer.from(JSON.stringify(position)).toString('base64url')
      expect((await clientOf('the index').get(`/api/search/suppliers?cursor=${cursor}`)).status).toBe(400)
    }
  })

  it('without being signed in is refused', async () => {
    expect((await api.anonymous().get('/api/search/suppliers')).status).toBe(401)
  })
})
