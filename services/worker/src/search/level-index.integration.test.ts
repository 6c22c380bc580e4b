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

/** When another process changes the settings: right after we wrote, rebuilt, or found them to be ours. */
const moments = ['write', 'rebuild', 'hasOurSettings'] as const

it.each(moments)('sees settings that another changed at the very moment of %s', async (moment) => {
  await addSupplier('First')
  const source = openSupplierSource(database)
  const copy = openIndexCopy(search, source.plan)
  let disturbing = false
  const after =
    <Given extends unknown[], Result>(step: (typeof moments)[number], work: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      const result = await work(...given)
      if (!disturbing || step !== moment) return result
      disturbing = false
      const index = search.meili.index(search.prefix + source.plan.name)
      await index.updateSettings({ filterableAttributes: ['name'] }).waitTask()
      return result
    }
  const disturbed: typeof copy = {
    ...copy,
    write: after('write', copy.write),
    rebuild: after('rebuild', copy.rebuild),
    hasOurSettings: after('hasOurSettings', copy.hasOurSettings),
  }
  const level = new LevelIndex(disturbed, source, createLog('worker-test', 'silent'))
  await level.level()
  // While somebody else's transaction is open, rows that were written since count as changed again and again.
  const other = await database.sql.reserve()
  await other`begin`
  await other`select pg_current_xact_id()`
  await addSupplier('In between')
  disturbing = true
  if (moment === 'rebuild') await copy.drop()
  if (moment === 'hasOurSettings') level.forget()
  await level.level()
  expect([disturbing, await copy.hasOurSettings()]).toEqual([false, false])
  await other`commit`
  other.release()
  await level.level()
  expect(await copy.hasOurSettings()).toBe(true)
  await level.level()
  expect((await copy.stamps()).size).toBe((await source.changed('0')).open)
})
