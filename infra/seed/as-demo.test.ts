import { demoEmail, demoRoles } from '@enlace/identity'
import { expect, test } from 'vitest'

import { asDemo } from './as-demo.ts'
import { demoSeed, generateDemo } from './generate-demo.ts'

const today = '2026-03-10'
const world = generateDemo(demoSeed, today)
const demo = asDemo(world, today)

test('everything published goes to the loader under the key of an organisation that is there', () => {
  expect(demo.passports).toHaveLength(world.passports.length)
  expect(demo.needs).toHaveLength(world.needs.filter(({ state }) => state === 'published').length)
  const keys = new Set(demo.organisations.map(({ key }) => key))
  expect(keys.size).toBe(demo.organisations.length)
  const named = [
    ...demo.passports.map(({ organisation }) => organisation),
    ...demo.needs.map(({ organisation }) => organisation),
    ...demo.people.flatMap(({ memberOf }) => memberOf.map(({ organisation }) => organisation)),
    ...demo.firms.flatMap(({ agency, organisation }) => [agency, organisation]),
  ]
  expect(named.filter((key) => !keys.has(key))).toEqual([])
})

test('the people behind the doors bear the addresses that one click asks for', () => {
  const addresses = demo.people.map(({ email }) => email)
  for (const role of demoRoles) expect(addresses.filter((email) => email === demoEmail(role))).toHaveLength(1)
})

test('a need is published before now and keeps its order', () => {
  for (const { publishedDaysAgo } of demo.needs) expect(publishedDaysAgo).toBeGreaterThan(1)
})

test('each agency looks after firms of its own part of the world', () => {
  const firmsOf = (agency: string): number => demo.firms.filter((firm) => firm.agency === agency).length
  for (const { key } of demo.organisations.filter(({ kind }) => kind === 'agency'))
    expect(firmsOf(key)).toBeGreaterThan(30)
  expect(new Set(demo.firms.map(({ organisation }) => organisation)).size).toBe(demo.firms.length)
})
