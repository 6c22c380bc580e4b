import { setTimeout as sleep } from 'node:timers/promises'

import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DemandView } from '@enlace/contracts'
import {
  asActor,
  asSystem,
  forgetMissedSearches,
  keepMissedSearches,
  openDatabase,
  readMissedWords,
} from '@enlace/database'
import { missesKeptDays, type Confidentiality, type MemberActor, type MissedSearch, type Place } from '@enlace/domain'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent } from '@enlace/testing'

import { indexAll } from '../../test/index-all.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let agency: Signed
let buyers: [Signed, Signed, Signed]

/** A need in a place, ranked with one supplier of this score; nobody passes where it is 0. */
const ranked = (code: string, place: Partial<Place>, score: number, confidentiality: Confidentiality = 'open') =>
  asSystem(api.system, async (tx) => {
    const at = { country: 'CL', region: null, locality: null, latitude: null, longitude: null, ...place }
    const id = await makeNeed(
      tx,
      await makeOrganisation(tx, 'buyer', 'Mina Honda'),
      needContent({
        title: `canary ${confidentiality}`,
        categories: [{ scheme: 'CPV', code }],
        place: at,
        confidentiality,
      }),
    )
    const supplier = await makeSupplier(tx, 'S', passportContent('Gravel'))
    await tx.execute(sql`insert into rankings (need_id, need_version, considered) values (${id}, 1, 1)`)
    await tx.execute(sql`insert into matches (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, body)
      select id, ${supplier}, organisation_id, 1, 1, ${score}, ${score}, 1, 1, '{}' from needs where id = ${id}`)
    return id
  })
const rows = (): Promise<(MissedSearch & { organisation_id: string })[]> =>
  asSystem(api.system, async (tx) => [...(await tx.execute<never>(sql`select * from missed_searches order by words`))])
const demand = async (query = ''): Promise<DemandView> => (await agency.client.get(`/api/demand${query}`)).body
const actorOf = ({ userId, organisationId }: Signed, organisationKind: 'buyer' | 'agency'): MemberActor => ({
  ...{ kind: 'member', userId, organisationId, organisationKind, role: 'owner' },
})
const statuses: number[] = []
const search = (words: string, more = '') => `/api/search/suppliers?query=${encodeURIComponent(words)}${more}`

beforeAll(async () => {
  api = await startApi()
  agency = await api.member('agency')
  buyers = [await api.member('buyer'), await api.member('buyer'), await api.member('buyer')]
  await ranked('44111000', { region: 'Antofagasta' }, 0)
  await ranked('44112000', { region: 'ANTOFAGASTA ' }, 0.2)
  await ranked('44113000', { region: 'Antofagasta' }, 0.9)
  await ranked('14212000', { region: 'Coquimbo' }, 0, 'alias')
  await indexAll(api.system, api.search)
  const first = buyers[0]
  const asks: [Signed, string][] = [
    // Typed letter by letter, and cleared before something else is typed.
    ...['zeppel', 'zeppelin han', 'zeppelin hangar', ''].map((words): [Signed, string] => [first, search(words)]),
    ...buyers.map((buyer): [Signed, string] => [buyer, search('Zeppelin!', '&country=CL&region=coquimbo')]),
    [first, search('zeppelin', '&country=CL&region=coquimbo')],
    [buyers[1], search('xylophones ana.perez@firma.cl +56 9 1234 5678')],
    [buyers[2], search('', '&category=CPV%2044&country=PE&region=ana%40firma.cl')],
    [buyers[2], search('Gravel')],
  ]
  for (const [{ client }, address] of asks) statuses.push((await client.get(address)).status)
  for (let tries = 0; tries < 100 && (await rows()).length < 6; tries += 1) await sleep(200)
}, 60_000)
afterAll(() => api.close())

describe('a search that found next to nothing', () => {
  it('is kept once a day for an organisation, as words, division and place alone, and a search that found is not', async () => {
    expect(new Set(statuses)).toEqual(new Set([200]))
    const kept = (await rows()).map(({ searched, words, category, country, region }) => [
      searched,
      words,
      category,
      country,
      region,
    ])
    expect(kept).toEqual([
      ['suppliers', '', 'CPV 44', 'PE', ''],
      ['suppliers', 'xylophones', expect.any(String), 'CL', ''],
      ...buyers.map(() => ['suppliers', 'zeppelin', expect.any(String), 'CL', 'Coquimbo']),
      ['suppliers', 'zeppelin hangar', expect.any(String), 'CL', ''],
    ])
  })

  it('leaves no trace of an address or a telephone number', async () => {
    const text = JSON.stringify(await rows())
    expect(text).toContain('xylophones')
    for (const personal of ['ana', 'perez', 'firma', '1234', '5678', '@']) expect(text).not.toContain(personal)
  })

  it('is told to agencies only where three organisations searched it; at one the others would be told', async () => {
    expect(
      (await demand()).words.map(({ words, organisations, searches }) => [words, organisations, searches]),
    ).toEqual([['zeppelin', 3, 3]])
    const app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
    const told = (least: number) =>
      asActor(app, actorOf(agency, 'agency'), (tx) => readMissedWords(tx, null, null, least))
    expect((await told(1)).map(({ words }) => words).toSorted()).toEqual(['xylophones', 'zeppelin', 'zeppelin hangar'])
    const asBuyer = await asActor(app, actorOf(buyers[0], 'buyer'), (tx) => readMissedWords(tx, null, null, 1))
    expect(asBuyer).toEqual([])
    await app.close()
  })

  it('can be read by nobody and written for nobody else, which the policy alone prevents', async () => {
    const app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
    const owner = postgres(api.url, { onnotice: () => undefined })
    const missed = { searched: 'suppliers', words: 'felt', category: '', country: 'CL', region: '' } as const
    const [one, other] = buyers
    const forOther = () =>
      asActor(app, actorOf(one, 'buyer'), (tx) => keepMissedSearches(tx, other.organisationId, [missed]))
    const read = () => asActor(app, actorOf(one, 'buyer'), (tx) => tx.execute(sql`select 1 from missed_searches`))
    await expect(read()).rejects.toMatchObject({ cause: { message: expect.stringContaining('denied') } })
    await expect(forOther()).rejects.toMatchObject({ cause: { message: expect.stringContaining('row-level') } })
    await owner`create policy leak on missed_searches for insert to enlace_app with check (true)`
    await forOther()
    await owner`drop policy leak on missed_searches`
    await owner`delete from missed_searches where words = 'felt'`
    await owner.end()
    await app.close()
  })

  it('is forgotten after its time, and not before', async () => {
    await asSystem(api.system, (tx) =>
      tx.execute(sql`insert into missed_searches select day - age, organisation_id, searched, 'felt', category, country, region
        from (select * from missed_searches where words = '') as one, unnest(${sql.raw(`array[${missesKeptDays}, ${missesKeptDays + 1}]`)}) as age`),
    )
    const forget = () => asSystem(api.system, (tx) => forgetMissedSearches(tx, missesKeptDays))
    expect([await forget(), await forget()]).toEqual([1, 0])
    await asSystem(api.system, (tx) => tx.execute(sql`delete from missed_searches where words = 'felt'`))
  })
})

describe('demand by category and region', () => {
  it('has the figures counted by hand, whatever the spelling of a region', async () => {
    const { cells, byRegion, open, none, weak, searches } = await demand()
    expect({ open, none, weak, searches }).toEqual({ open: 4, none: 2, weak: 1, searches: 6 })
    const row = (code: string, region: string | null) =>
      cells.find((cell) => cell.category?.code === code && cell.region === region)
    expect(row('44000000', 'Antofagasta')).toMatchObject({ country: 'CL', open: 3, none: 1, weak: 1, searches: 0 })
    expect(row('14000000', 'Coquimbo')).toMatchObject({ open: 1, none: 1, weak: 0, searches: 0 })
    expect(row('44000000', null)).toMatchObject({ country: 'PE', open: 0, searches: 1 })
    // The middle of La Serena, Coquimbo, Ovalle, Salamanca and Illapel.
    const coquimbo = byRegion.find(({ key }) => key.region === 'Coquimbo')
    expect(coquimbo).toMatchObject({ open: 1, none: 1, searches: 3, point: { latitude: -30.77, longitude: -71.19 } })
  })

  it('knows a need that hides its buyer by category and region alone', async () => {
    const view = await demand()
    const text = JSON.stringify(view)
    expect(text).toContain('canary open')
    expect(text).not.toContain('canary alias')
    expect(view.byRegion.find(({ key }) => key.region === 'Coquimbo')?.examples).toEqual([
      {
        id: null,
        title: null,
        buyer: null,
        category: { scheme: 'CPV', code: '14212000' },
        country: 'CL',
        region: 'Coquimbo',
        passing: 0,
        best: 0,
      },
    ])
  })

  it('is narrowed by division and by time, and says by which divisions it can be', async () => {
    const narrow = await demand('?category=CPV%2014')
    expect(narrow).toMatchObject({ open: 1, none: 1, weak: 0, searches: 0, words: [] })
    expect(narrow.categories.map(({ code }) => code)).toEqual(expect.arrayContaining(['14000000', '44000000']))
    await asSystem(api.system, (tx) =>
      tx.execute(sql`update needs set published_at = now() - interval '40 days' where title = 'canary alias'`),
    )
    expect([(await demand('?span=month')).open, (await demand('?span=quarter')).open]).toEqual([3, 4])
    expect((await agency.client.get('/api/demand?span=century')).status).toBe(422)
  })

  it('is exported as it was narrowed, to those alone who may both read it and take data out', async () => {
    const get = (what: string) => agency.client.get(`/api/export.csv?what=demand${what}`)
    expect((await get('&category=CPV%2014')).body).toBe(
      '\ufeffcategory,country,region,open,none,weak,searches\r\nCPV 14000000,CL,Coquimbo,1,1,0,0\r\n',
    )
    expect(
      String((await get('')).body)
        .trim()
        .split('\r\n'),
    ).toHaveLength(1 + (await demand()).cells.length)
    const { client } = await api.colleague(agency.organisationId, 'assessor')
    for (const refused of [client, buyers[0].client])
      expect(await refused.get('/api/export.csv?what=demand')).toMatchObject({ status: 403 })
  })
})
