import { afterAll, beforeAll, expect, test } from 'vitest'

import { testDatabase } from '@enlace/testing'
import { anonymous } from '@enlace/domain'

import { openDatabase, type Database } from '../open.ts'
import { asActor, asSystem } from '../transaction.ts'
import { findCategories, readLineage, replaceCategories, type StoredCategory } from './category.store.ts'

let system: Database
let app: Database
beforeAll(async () => {
  const url = await testDatabase()
  system = openDatabase({ url, role: 'enlace_system', maxConnections: 2 })
  app = openDatabase({ url, role: 'enlace_app', maxConnections: 2 })
})
afterAll(async () => {
  await system.close()
  await app.close()
})

const cpv = (code: string, en: string, parent: string | null, level: number): StoredCategory => ({
  scheme: 'CPV',
  code,
  labels: { en },
  parent,
  level,
})
const list = [
  cpv('10000000', 'Things', null, 1),
  cpv('10110000', 'Small café things', '10000000', 3),
  cpv('10111000', 'Blue things of all sizes', '10110000', 4),
]
const replace = (codes: readonly StoredCategory[], source = 'a') =>
  asSystem(system, (tx) => replaceCategories(tx, 'CPV', source, codes))
const found = async (query: string, scheme: 'CPV' | 'HS' | null = null): Promise<string[]> =>
  asActor(app, anonymous, async (tx) =>
    (await findCategories(tx, { query, scheme, limit: 10 })).map(({ code }) => code),
  )

test('a list takes the place of the one before: new, changed and left-out codes', async () => {
  expect(await replace(list)).toEqual({ written: 3, removed: 0 })
  expect(await replace(list)).toEqual({ written: 0, removed: 0 })
  const next = [
    list[0],
    cpv('10110000', 'Little café things', '10000000', 3),
    cpv('10112000', 'Red things', '10110000', 4),
  ].filter((code) => code !== undefined)
  expect(await replace(next)).toEqual({ written: 2, removed: 1 })
  const asked = ['10112000', '10111000'].map((code) => ({ scheme: 'CPV', code }) as const)
  expect(await asActor(app, anonymous, (tx) => readLineage(tx, asked))).toEqual(next)
  expect(await replace(list)).toEqual({ written: 2, removed: 1 })
})

test('a list of another scheme is left alone, and a code below none leaves nothing half written', async () => {
  await asSystem(system, (tx) =>
    replaceCategories(tx, 'HS', 'b', [
      { scheme: 'HS', code: '99', labels: { en: 'Other goods' }, parent: null, level: 1 },
    ]),
  )
  await replace(list)
  expect(await found('other goods')).toEqual(['99'])
  await expect(replace([cpv('20110000', 'Orphan', '20000000', 3)])).rejects.toMatchObject({ code: '23503' })
  expect(await found('things')).toEqual(['10000000', '10110000', '10111000'])
})

test('search goes by code and by the beginnings of all words, without accents', async () => {
  expect(await found('1011')).toEqual(['10110000', '10111000'])
  expect(await found('CAFE th')).toEqual(['10110000'])
  expect(await found('thin blu')).toEqual(['10111000'])
  expect(await found('things', 'HS')).toEqual([])
})

test.each(['', '  ', "' & !", ':*', "x'y", '\\', '((('])(
  'what cannot be searched finds nothing and harms nothing: %s',
  async (query) => {
    expect(await found(query)).toEqual([])
  },
)

test('the app may read and not write', async () => {
  await expect(asActor(app, anonymous, (tx) => replaceCategories(tx, 'CPV', 'x', list))).rejects.toMatchObject({
    cause: { code: '42501' },
  })
  expect(await found('1000')).toEqual(['10000000'])
})
