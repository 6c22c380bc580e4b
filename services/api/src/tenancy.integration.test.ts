import { endpoints } from '@enlace/contracts'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { indexAll } from '../test/index-all.ts'
import { deviationsFrom } from '../test/tenancy-matrix.ts'
import { table } from '../test/tenancy-table.ts'
import { makeWorld, type World } from '../test/tenancy-world.ts'
import { startApi, type TestApi } from '../test/test-api.ts'

const plenty = { burst: 10_000, seconds: 1 }
const allowances = {
  passwordPerAccount: plenty,
  passwordPerAddress: plenty,
  codePerAddress: plenty,
  mailPerRecipient: plenty,
  mailPerAddress: plenty,
  tokenPerAddress: plenty,
  foundingPerPerson: plenty,
  invitingPerOrganisation: plenty,
  askingPerCalendar: plenty,
  roomPerInterpreter: plenty,
}

let api: TestApi
let world: World
beforeAll(async () => {
  api = await startApi({ settings: { allowances } })
  world = await makeWorld(api)
  await indexAll(api.system, api.search)
}, 60_000)
afterAll(() => api.close())

describe('who may do what', () => {
  it.each(endpoints.map(({ name }) => name))(
    '%s answers every actor as the table says, tells foreign things from missing ones to nobody, and leaks nothing',
    { timeout: 120_000 },
    async (name) => {
      expect(await deviationsFrom(table, world, [name])).toEqual([])
    },
  )

  it('names no operation that is gone', () => {
    const names = new Set(endpoints.map(({ name }) => name))
    expect(Object.keys(table).filter((name) => !names.has(name))).toEqual([])
  })

  it('notices a policy that lets everybody see, an operation that is not in it, and a wrong expectation', async () => {
    const owner = postgres(api.url, { onnotice: () => undefined })
    expect(await deviationsFrom(table, world, ['readNeed'])).toEqual([])
    await owner`create policy leak on needs for select to enlace_app using (true)`
    const leaking = await deviationsFrom(table, world, ['readNeed'])
    await owner`drop policy leak on needs`
    await owner.end()
    expect(leaking).toContain('readNeed, invited, as rival: leaks canary-invited')
    expect(leaking.some((line) => line.startsWith('readNeed, draft: '))).toBe(true)
    expect(await deviationsFrom({}, world, ['readNeed'])).toEqual(['readNeed is not in the matrix'])
    const wrong = { readFeed: { '-': '200 200 200 200 200 200 200 200 200' } }
    expect(await deviationsFrom(wrong, world, ['readFeed'])).toHaveLength(1)
  }, 120_000)
})
