import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Ranking } from '@enlace/contracts'
import {
  asSystem,
  dropWeights,
  keepWeights,
  lockRanking,
  openDatabase,
  placeSupplier,
  readRanking,
  type Database,
} from '@enlace/database'
import {
  asId,
  buyerCriterionIds,
  compareMatches,
  reweigh,
  weightProfiles,
  type BuyerCriterionId,
  type Match,
  type NeedId,
  type OrganisationId,
  type UserId,
  type Weights,
} from '@enlace/domain'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testDatabase } from '@enlace/testing'

import { openNeedBook } from './need-book.ts'
import { rankOneNeed } from './rank-need.ts'
import { rankPassport } from './rank-passport.ts'
import { openRankingBooks, type RankingBooks } from './ranking-books.ts'

let database: Database
let books: RankingBooks
let buyer: OrganisationId
const person = asId<UserId>('0190a000-0000-7000-8000-000000000001')

const words = 'Acrylic dust suppressant for unpaved haul roads'
const lima = { country: 'PE', region: 'Lima', locality: null, latitude: null, longitude: null }

/** Firms of which one has the words, one the record and one the nearness. */
const firms = [
  { name: 'Words', text: `${words}. Dust suppressant, acrylic, haul roads.`, references: 0, near: false },
  { name: 'Record', text: 'Maintenance of roads and dust suppressant', references: 6, near: false },
  { name: 'Near', text: 'Dust on roads', references: 1, near: true },
]
const passportOf = ({ text, references, near }: (typeof firms)[number]) => {
  const content = passportContent(text)
  return {
    ...content,
    facts: { ...content.facts, country: near ? 'PE' : 'CL', sites: near ? [lima] : [] },
    references: Array.from({ length: references }, (_, at) => ({
      id: asId<never>(`0190a000-0000-7000-8000-00000000010${at}`),
      text: 'Dust suppressant on a haul road',
      categories: [],
      customer: null,
      year: 2026,
      value: null,
      place: null,
      confirmedByCustomer: true,
    })),
  }
}
const solely = (id: BuyerCriterionId): Weights => ({
  buyer: {
    ...(Object.fromEntries(buyerCriterionIds.map((one) => [one, 0])) as Record<BuyerCriterionId, number>),
    [id]: 1,
  },
  supplierShare: 0,
})

beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 10 })
  books = openRankingBooks(database)
  await asSystem(database, async (tx) => {
    buyer = await makeOrganisation(tx, 'buyer')
    for (const firm of firms) await makeSupplier(tx, firm.name, passportOf(firm))
  })
})
afterAll(() => database.close())

const newNeed = (): Promise<NeedId> =>
  asSystem(database, (tx) =>
    makeNeed(tx, buyer, needContent({ title: words, text: `We look for ${words}.`, place: lima })),
  )
const rank = (needId: NeedId): Promise<void> => asSystem(database, (tx) => rankOneNeed(tx, books, needId, null))
const rankingOf = async (needId: NeedId): Promise<Ranking> => {
  const ranking = await asSystem(database, (tx) => readRanking(tx, needId))
  if (ranking === null) throw new Error('no such need')
  return ranking
}
const weighBy = async (needId: NeedId, weights: Weights): Promise<void> => {
  await asSystem(database, (tx) => keepWeights(tx, needId, weights, person))
  await rank(needId)
}
const names = ({ items }: Ranking): string[] => items.map((row) => row.supplier.name)
const versions = ({ items }: Ranking): string[] => [...new Set(items.map((row) => row.match.weights))]
/** The list as sliders show it: from what the page has, without asking anyone. */
const tried = ({ items }: Ranking, weights: Weights): Match[] =>
  items.map(({ match }) => reweigh(match, { version: 'own/1', ...weights })).toSorted(compareMatches)

describe("a buyer's own weights", () => {
  it.each(buyerCriterionIds)('rank a need, when %s counts alone, in the order that the sliders showed', async (id) => {
    const needId = await newNeed()
    await rank(needId)
    const before = await rankingOf(needId)
    expect([versions(before), before.ownWeights]).toEqual([['producer-driven/1'], null])
    const shown = tried(before, solely(id))
    await weighBy(needId, solely(id))
    const after = await rankingOf(needId)
    expect(after.items.map(({ match }) => [match.supplierId, match.score])).toEqual(
      shown.map(({ supplierId, score }) => [supplierId, score]),
    )
    expect([versions(after), after.ownWeights?.version]).toEqual([['own/1'], 'own/1'])
  })

  it('do change the order, and the profile gives the old one back under a version that no weights had', async () => {
    const needId = await newNeed()
    await rank(needId)
    const before = await rankingOf(needId)
    await weighBy(needId, solely('geography'))
    const near = await rankingOf(needId)
    await weighBy(needId, solely('track-record'))
    const record = await rankingOf(needId)
    expect([names(near)[0], names(record)[0]]).toEqual(['Near', 'Record'])
    expect(names(before)).not.toEqual(names(near))
    expect(await asSystem(database, (tx) => dropWeights(tx, needId))).toBe(true)
    expect(await asSystem(database, (tx) => dropWeights(tx, needId))).toBe(false)
    await rank(needId)
    const again = await rankingOf(needId)
    expect([names(again), versions(again), again.ownWeights]).toEqual([names(before), versions(before), null])
    await weighBy(needId, solely('geography'))
    expect(versions(await rankingOf(needId))).toEqual(['own/4'])
  })

  it('count for a passport that comes later as well, and not for other needs', async () => {
    const [needId, other] = [await newNeed(), await newNeed()]
    await rank(other)
    await weighBy(needId, solely('geography'))
    const supplier = await asSystem(database, (tx) =>
      makeSupplier(tx, 'Late', passportOf({ name: 'Late', text: words, references: 0, near: true })),
    )
    await react(supplier)
    const list = await rankingOf(needId)
    expect([names(list).includes('Late'), versions(list)]).toEqual([true, ['own/1']])
    await rank(needId)
    expect(names(await rankingOf(needId))).toEqual(names(list))
    expect([names(await rankingOf(other)).includes('Late'), versions(await rankingOf(other))]).toEqual([
      true,
      ['producer-driven/1'],
    ])
  })

  it('keep out a passport that was weighed by those before, without losing the place it has by these', async () => {
    const needId = await newNeed()
    await rank(needId)
    const [{ match } = { match: null }] = (await rankingOf(needId)).items
    if (match === null) throw new Error('an empty list')
    await weighBy(needId, solely('geography'))
    const before = await rankingOf(needId)
    const closing = { acts: [], wayIn: null }
    await asSystem(database, (tx) => placeSupplier(tx, match.supplierId, [{ ...match, closing }]))
    expect(await rankingOf(needId)).toEqual(before)
    const anew = reweigh(match, { version: 'own/1', ...solely('geography') })
    await asSystem(database, async (tx) => {
      await lockRanking(tx, needId)
      return placeSupplier(tx, match.supplierId, [{ ...anew, closing, score: 0.999 }])
    })
    expect((await rankingOf(needId)).items.find((row) => row.supplier.id === match.supplierId)?.match.score).toBe(0.999)
  })

  it('are refused for a need that is not open', async () => {
    const needId = await newNeed()
    await asSystem(database, (tx) => tx.execute(`update needs set state = 'closed' where id = '${needId}'`))
    expect(await asSystem(database, (tx) => keepWeights(tx, needId, weightProfiles['buyer-driven'], person))).toBeNull()
  })
})

/** Carries out what the worker does when a passport was published. */
async function react(organisationId: OrganisationId): Promise<void> {
  const reaction = rankPassport(books, openNeedBook(database))
  if (!('atOnce' in reaction)) throw new Error('it prepares nothing')
  const event = {
    id: asId<never>('0190a000-0000-7000-8000-000000000002'),
    name: 'passport.published' as const,
    organisationId,
    payload: { organisationId, version: 1 },
    occurredAt: '2026-01-01T00:00:00Z',
    requestId: null,
  }
  await asSystem(database, (tx) => reaction.atOnce(event)(tx, () => undefined))
}
