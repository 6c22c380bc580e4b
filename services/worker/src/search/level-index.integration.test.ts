import { afterAll, expect, it } from 'vitest'

import { asSystem, openDatabase } from '@enlace/database'
import { createLog } from '@enlace/runtime'
import { openIndexCopy, openSearch } from '@enlace/search'
import { makeSupplier, passportContent, testDatabase, testSearch } from '@enlace/testing'

import { openSupplierSource } from './index-source.ts'
import { LevelIndex } from './level-index.ts'

const database = openDatabase({ url: await testDatabase(), role: 'enlace_system' })
const search = openSearch({ ...testSearch(), timeoutMs: 30_000 })
afterAll(() => database.close())

const addSupplier = (name: string) =>
  asSystem(database, (tx) => makeSupplier(tx, name, passportContent('Welding of steel frames')))

it('sees settings that another changed at the very moment of a write', async () => {
  await addSupplier('First')
  const source = openSupplierSource(database)
  const copy = openIndexCopy(search, source.plan)
  let disturbing = false
  const disturbed: typeof copy = {
    ...copy,
    write: async (batches) => {
      await copy.write(batches)
      if (!disturbing) return
      const index = search.meili.index(search.prefix + source.plan.name)
      await index.updateSettings({ filterableAttributes: ['name'] }).waitTask()
    },
  }
  const level = new LevelIndex(disturbed, source, createLog('worker-test', 'silent'))
  await level.level()
  await addSupplier('In between')
  disturbing = true
  await level.level()
  expect(await copy.hasOurSettings()).toBe(false)
  disturbing = false
  await level.level()
  expect(await copy.hasOurSettings()).toBe(true)
  expect((await copy.stamps()).size).toBe(2)
})
