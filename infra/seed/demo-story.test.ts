import { asId, rankMatches, theBest, weightProfiles, type Match, type Need, type Passport } from '@enlace/domain'
import { SupplierIndex } from '@enlace/lexical'
import { expect, test } from 'vitest'

import type { DemoNeed } from './demo-world.ts'
import { demoSeed, generateDemo } from './generate-demo.ts'

const today = '2026-03-10'
const world = generateDemo(demoSeed, today)
const names = new Map(world.organisations.map(({ id, name }) => [id, name]))
const passports = new Map(
  world.passports.map(({ organisationId, publishedAt, content }): [string, Passport] => {
    const head = { id: asId<Passport['id']>(organisationId), organisationId, name: names.get(organisationId) ?? '' }
    return [organisationId, { ...content, ...head, state: 'published', version: 1, publishedAt }]
  }),
)
const index = new SupplierIndex()
for (const passport of passports.values()) index.put(passport)

/** Every supplier that retrieval finds for a need, weighed as the worker does. */
function ranked({ id, organisationId, createdAt, publishedAt, content }: DemoNeed): readonly Match[] {
  const need: Need = { ...content, id, organisationId, state: 'published', version: 1, createdAt, publishedAt }
  const found = index.retrieveCandidates(need)
  const candidates = found.supplierIds.flatMap((supplierId) => {
    const passport = passports.get(supplierId)
    return passport === undefined ? [] : [{ passport, signals: index.signals(found, passport) }]
  })
  return rankMatches(need, candidates, weightProfiles[content.governance], today, theBest(200))
}
const own = world.needs.filter(({ organisationId }) => names.get(organisationId) === 'Cobre Austral').slice(0, 8)
const rankings = own.map(ranked)
const passes = (match: Match): boolean => match.gates.every(({ verdict }) => verdict !== 'fail')
const ofLoa = (matches: readonly Match[] | undefined): Match | undefined =>
  matches?.find(({ supplierId }) => names.get(supplierId) === 'Polímeros del Loa')

test("the demo supplier leads the demo buyer's first need or follows it closely, passes every gate, and a paper would lift it", () => {
  const loa = ofLoa(rankings[0])
  expect(rankings[0]?.slice(0, 3)).toContain(loa)
  expect(loa?.gates.map(({ verdict }) => verdict)).toEqual(loa?.gates.map(() => 'pass'))
  const paper = loa?.gaps.find(({ detail }) => detail['scheme'] === 'ISO 14001')
  expect(paper?.scoreAfter).toBeGreaterThan(loa?.score ?? 1)
})

test('its lapsed paper keeps it out of the second need', () => {
  const gate = ofLoa(rankings[1])?.gates.find(({ id }) => id === 'certificates')
  expect(gate?.verdict).toBe('fail')
})

test("each of the demo buyer's first needs finds a firm that knows the trade and passes, and one that lacks something", () => {
  for (const [order, ranking] of rankings.entries()) {
    const title = own[order]?.content.title
    const knowing = ranking.filter((match) => match.criteria.some(({ id, score }) => id === 'category' && score === 1))
    expect([title, knowing.filter(passes).length >= 2]).toEqual([title, true])
    expect([title, knowing.some(({ gaps }) => gaps.length > 0)]).toEqual([title, true])
    expect([title, ranking[0] !== undefined && knowing.includes(ranking[0])]).toEqual([title, true])
  }
})
