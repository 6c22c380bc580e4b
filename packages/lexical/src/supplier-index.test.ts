import {
  asId,
  blankNeed,
  type EntryId,
  type NeedContent,
  type OrganisationId,
  type Passport,
  type PassportId,
  blankPassport,
} from '@enlace/domain'
import { expect, test } from 'vitest'
import { noMeaning, SupplierIndex } from './supplier-index.ts'

const passport = (name: string, text: string, code: string, version = 1): Passport => ({
  id: asId<PassportId>(name),
  organisationId: asId<OrganisationId>(name),
  name,
  state: 'published',
  version,
  publishedAt: null,
  ...blankPassport,
  capabilities: [
    {
      id: asId<EntryId>(`${name}-1`),
      text,
      categories: [{ scheme: 'CPV', code }],
      capacity: null,
      leadTimeDays: null,
      minimumOrder: null,
    },
  ],
})

const need: NeedContent = {
  ...blankNeed,
  title: 'Steel tanks for wine',
  categories: [{ scheme: 'CPV', code: '44611000' }],
  governance: 'buyer-driven',
}

const filled = (): SupplierIndex => {
  const index = new SupplierIndex()
  index.put(passport('words', 'We weld tanks. Our steel tanks hold wine and oil.', '15000000'))
  index.put(passport('category', 'Réservoirs sous pression', '44612000'))
  index.put(passport('far', 'School uniforms', '18000000'))
  return index
}

test('candidates come by words, by neighbouring category and by meaning, each once', () => {
  const far = asId<OrganisationId>('far')
  expect(filled().retrieveCandidates(need).supplierIds).toEqual(['words', 'category'])
  expect(
    filled().retrieveCandidates(need, { ...noMeaning, nearest: () => [far, asId<OrganisationId>('words')] })
      .supplierIds,
  ).toEqual(['words', 'category', 'far'])
})

test('a circle of neighbours too large for the limit is left out whole', () => {
  const index = filled()
  index.put(passport('other', 'x', '44613000'))
  expect(index.categories.neighbours(need.categories, 1)).toEqual([])
  expect(index.categories.neighbours(need.categories, 2)).toEqual(['category', 'other'])
  expect([
    index.categories.count({ scheme: 'CPV', code: '44600000' }),
    index.categories.count({ scheme: 'CPV', code: '44000000' }),
  ]).toEqual([2, 2])
})

test('signals quote the one sentence that meets the need', () => {
  const index = filled()
  const found = index.retrieveCandidates(need)
  const mine = passport('words', 'We weld tanks. Our steel tanks hold wine and oil.', '15000000')
  const signals = index.quoted(found.query, 'en', index.signals(found, mine))
  expect(signals.entries.map((entry) => [entry.entryId, entry.quote])).toEqual([
    ['words-1', 'Our steel tanks hold wine and oil.'],
  ])
})

test('a passport that changed since it was indexed is scored by what it says now', () => {
  const index = filled()
  const found = index.retrieveCandidates(need)
  expect(index.signals(found, passport('words', 'Wool', '15000000', 2)).entries).toEqual([])
})

test('likeness of meaning is joined with the words of the entry it belongs to, and leaves one that was not read as it is', () => {
  const index = filled()
  const mine = passport('words', 'We weld tanks. Our steel tanks hold wine and oil.', '15000000')
  const scoreWith = (alike: readonly (number | null)[] | null) => {
    const found = index.retrieveCandidates(need, { ...noMeaning, likeness: () => alike })
    const { entries, profile } = index.signals(found, mine)
    return { entry: entries[0]?.score ?? 0, id: entries[0]?.entryId, profile }
  }
  const words = scoreWith(null)
  expect(scoreWith([null])).toEqual(words)
  expect(scoreWith([1]).entry).toBeCloseTo(0.7 * words.entry + 0.3)
  expect(scoreWith([0]).entry).toBeCloseTo(0.7 * words.entry)
  expect(scoreWith([1]).id).toBe('words-1')
  expect(scoreWith([1]).profile).toBeCloseTo(0.7 * words.profile)
})

test('an entry that was copied counts by its meaning as little as by its words', () => {
  const capability = (id: string, text: string) => ({
    ...{ id: asId<EntryId>(id), text, categories: [], capacity: null, leadTimeDays: null, minimumOrder: null },
  })
  const mine: Passport = {
    ...passport('mine', '', ''),
    capabilities: [capability('copied', 'Steel tanks'), capability('own', 'Wooden barrels')],
  }
  const index = new SupplierIndex()
  const scores = (of: Passport): Record<string, number> => {
    index.put(of)
    const found = index.retrieveCandidates(need, { ...noMeaning, likeness: () => [1, 0.5, null] })
    return Object.fromEntries(index.signals(found, of).entries.map(({ entryId, score }) => [entryId ?? '', score]))
  }
  expect(scores(mine)['copied']).toBeGreaterThan(0.3)
  expect(scores({ ...mine, copied: [asId<EntryId>('copied')] })).toEqual({ own: 0.15 })
})
