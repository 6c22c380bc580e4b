import * as fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  asSystem,
  findSearchRows,
  insertSavedSearch,
  keepFindings,
  listWaiting,
  openDatabase,
  today,
  writeSearchRows,
  type Database,
  type SearchRow,
} from '@enlace/database'
import { asId, type OrganisationId, type SavedSearchId, type UserId } from '@enlace/domain'
import { dayNumber, needShape, noDeadline } from '@enlace/search'
import { makeMember, makeNeed, makeOrganisation, needContent, testDatabase } from '@enlace/testing'

import { readFound } from './found-thing.ts'

let database: Database
let supplier: OrganisationId
let person: UserId
let rows: readonly SearchRow[]

const place = (country: string) => ({ country, region: null, locality: null, latitude: null, longitude: null })
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 4 })
  await asSystem(database, async (tx) => {
    const buyer = await makeOrganisation(tx, 'buyer', 'Mina Pumpa')
    supplier = await makeOrganisation(tx, 'supplier')
    person = await makeMember(tx, supplier, 'bidder')
    const ids: string[] = []
    for (const title of ['Slurry pumps', 'Bombas de relave', 'Steel pipes', 'Pump parts of steel'])
      for (const country of ['CL', 'PE'])
        for (const given of [
          { confidentiality: 'alias' },
          { confidentiality: 'invited' },
          { answerBy: '2020-01-01' },
          { kind: 'challenge' },
        ] as const)
          ids.push(await makeNeed(tx, buyer, needContent({ title, text: '', place: place(country), ...given })))
    rows = (await readFound(tx, 'needs', ids)).map(({ row }) => row)
    await writeSearchRows(tx, 'needs', rows)
  })
})
afterAll(() => database.close())

const asked = fc.record({
  words: fc.subarray(['pump', 'slurry', 'bomb', 'steel', 'pumpa', 'x'], { maxLength: 2 }),
  filters: fc
    .record({
      country: fc.subarray(['CL', 'PE', 'AR']),
      kind: fc.subarray(['need', 'challenge']),
    })
    .map((given) =>
      Object.entries(given)
        .filter(([, values]) => values.length > 0)
        .map(([facet, values]) => ({ facet, terms: values.map((value) => `${facet}:${value}`) })),
    ),
})

it('a saved search finds among what is published exactly what searching without the index finds', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(asked, async ({ words, filters }) => {
      const id = asId<SavedSearchId>(uuidv7())
      const [told, searched] = await asSystem(database, async (tx) => {
        const saved = await insertSavedSearch(tx, {
          ...{ id, organisationId: supplier, userId: person, searched: 'needs', name: 'Any', rhythm: 'daily', words },
          asked: { query: words.join(' '), filters: {} },
          terms: filters.map(({ terms }) => terms),
        })
        expect(saved).not.toBeNull()
        await keepFindings(tx, 'needs', rows)
        const page = await findSearchRows(tx, 'needs', {
          ...{ words, filters, onlyNames: false, sort: 'newest', offset: 0, limit: 100, shape: needShape },
          deadline: { from: dayNumber(await today(tx)), until: noDeadline },
        })
        return [await listWaiting(tx, id), page.ids]
      })
      found += searched.length
      expect(told.toSorted()).toEqual(searched.toSorted())
    }),
    { numRuns: 40 },
  )
  expect(found).toBeGreaterThan(20)
}, 60_000)
