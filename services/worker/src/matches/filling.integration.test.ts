import { setFlagsFromString } from 'node:v8'
import { runInThisContext } from 'node:vm'

import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { asSystem, openDatabase, readNeeds, record, withdrawPassport, type Database } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, makeSuppliers, needContent, passportContent, testDatabase } from '@enlace/testing'

import { deliver } from '../reactions/react.ts'
import type { Reaction } from '../reactions/reaction.ts'
import { openSupplierBook } from './supplier-book.ts'

/** More than two pages of the book. */
const many = 1100
let database: Database
let owner: postgres.Sql
beforeAll(async () => {
  const url = await testDatabase()
  owner = postgres(url, { max: 1, onnotice: () => undefined })
  database = openDatabase({
    url,
    role: 'enlace_system',
    maxConnections: 4,
    applicationName: 'fill',
  })
})
afterAll(async () => {
  await database.close()
  await owner.end()
})

const addSuppliers = (count: number): Promise<OrganisationId[]> =>
  asSystem(database, (tx) => makeSuppliers(tx, count, passportContent('Crushed gravel for haul roads')))

/** How many shapes V8 gave some objects; what is asked of a shape of its own is looked up as though nobody had ever asked. */
function shapesOf(objects: readonly object[]): number {
  setFlagsFromString('--allow-natives-syntax')
  const alike = runInThisContext('(one, other) => %HaveSameMap(one, other)') as (one: object, other: object) => boolean
  const shapes: object[] = []
  for (const one of objects) if (!shapes.some((shape) => alike(shape, one))) shapes.push(one)
  return shapes.length
}

it('a book that is read page by page holds every passport, and what came and went while it was read', async () => {
  const [first, ...others] = await addSuppliers(many)
  const book = openSupplierBook(database)
  const filling = book.filled()
  const late = await addSuppliers(1)
  if (first !== undefined) await asSystem(database, (tx) => withdrawPassport(tx, first))
  await filling
  const index = await book.level()
  const held = book.passports([...others, ...late, ...(first === undefined ? [] : [first])])
  expect([index.size, held.length]).toEqual([many, many])
  expect(held.map((one) => one.organisationId)).toEqual([...others, ...late])
  // Every ranking reads hundreds of them.
  expect(shapesOf(held)).toBeLessThan(5)
}, 60_000)

it('needs that are read have one shape', async () => {
  const needs = await asSystem(database, async (tx) => {
    const buyer = await makeOrganisation(tx, 'buyer')
    const ids = []
    for (let number = 0; number < 50; number += 1) ids.push(await makeNeed(tx, buyer, needContent()))
    return readNeeds(tx, ids)
  })
  expect(needs).toHaveLength(50)
  expect(shapesOf(needs)).toBeLessThan(5)
})

it.each([
  [
    'before its transaction where it says what it needs',
    (wait: () => Promise<void>): Reaction => ({ ready: wait, atOnce: () => async () => undefined }),
    0,
  ],
  ['in its transaction, the control', (wait: () => Promise<void>): Reaction => ({ atOnce: () => wait }), 1],
] as const)('a reaction waits %s', async (_how, reactionOf, open) => {
  const eventId = await asSystem(database, async (tx) => {
    const buyer = await makeOrganisation(tx, 'buyer')
    const needId = await makeNeed(tx, buyer, needContent())
    return record(tx, 'need.published', { needId, organisationId: buyer, version: 1 }, { organisationId: buyer })
  })
  const seen: number[] = []
  const wait = async (): Promise<void> => {
    const [row] = await owner<{ open: number }[]>`
      select count(*)::int as open from pg_stat_activity
      where application_name = 'fill' and state like 'idle in transaction%'`
    seen.push(row?.open ?? -1)
  }
  await deliver(database, createLog('filling-test', 'silent'), 'rank-need', reactionOf(wait))(eventId)
  expect(seen).toEqual([open])
})
