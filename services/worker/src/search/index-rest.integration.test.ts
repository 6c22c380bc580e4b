import { setTimeout as sleep } from 'node:timers/promises'

import { expect, it } from 'vitest'

import { asSystem, openDatabase, publishPassport, searchChannel } from '@enlace/database'
import { createLog } from '@enlace/runtime'
import { openSearch } from '@enlace/search'
import { makeSupplier, passportContent, testDatabase, testSearch } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { startIndexKeeper } from './index-keeper.ts'

it('rests longer than it writes while changes come without a pause, and ends as Postgres', async () => {
  const url = await testDatabase()
  const database = openDatabase({ url, role: 'enlace_system' })
  const lock = openDatabase({ url, role: 'enlace_system', maxConnections: 1 })
  const search = openSearch({ ...testSearch(), timeoutMs: 30_000 })
  const uid = `${search.prefix}suppliers`
  const keeper = startIndexKeeper({ database, lock, search, log: createLog('worker-test', 'silent') })
  const id = await asSystem(database, (tx) => makeSupplier(tx, 'Restless', passportContent('Version 1')))
  const change = async (number: number): Promise<void> => {
    await asSystem(database, async (tx) => {
      await tx.execute(
        sql`update passports set content = jsonb_set(content, '{headline}', to_jsonb(${`change ${number}`}::text)) where organisation_id = ${id}`,
      )
      await publishPassport(tx, id, 1, null)
    })
    await database.sql.notify(searchChannel, '')
  }
  const writings = async (): Promise<readonly { from: number; to: number }[]> => {
    const { results } = await search.meili.tasks.getTasks({
      indexUids: [uid],
      types: ['documentAdditionOrUpdate'],
      statuses: ['succeeded'],
      limit: 1000,
    })
    return results.map((task) => ({ from: Date.parse(task.startedAt ?? ''), to: Date.parse(task.finishedAt ?? '') }))
  }
  for (let number = 0; (await writings()).length < 4; number += 1) {
    await change(number)
    await sleep(20)
  }
  const [first, ...others] = (await writings()).toReversed()
  const wroteMs = others.reduce((sum, { from, to }) => sum + to - from, 0)
  // From the end of one writing to the end of another, so that as many rests count as writings.
  expect(wroteMs / ((others.at(-1)?.to ?? 0) - (first?.to ?? 0))).toBeLessThan(0.4)
  const [row] = await database.sql<{ version: number }[]>`select version from passports where organisation_id = ${id}`
  const held = async (): Promise<unknown> => (await search.meili.index(uid).getDocument(id))['version']
  await expect.poll(held, { timeout: 60_000 }).toBe(row?.version)
  await keeper.close()
  await Promise.all([database.close(), lock.close()])
}, 150_000)
