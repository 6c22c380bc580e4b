import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { faultOf, rush, type Rush, type RushKind } from '../../test/deadline-rush.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

const firmsOfARush = 100
const kinds: readonly RushKind[] = ['calm', 'stalled', 'extended', 'calm', 'extended']
const rounds = 4

let api: TestApi
let buyer: Signed
let firms: Signed[]
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi({ connections: 40 })
  owner = postgres(api.url, { onnotice: () => undefined })
  buyer = await api.member('buyer')
  firms = await Promise.all(Array.from({ length: firmsOfARush }, () => api.member('supplier')))
  // One bid in thirty stalls for two seconds in its transaction, after it was decided and before it is kept.
  await owner.unsafe(`
    create function stall() returns trigger language plpgsql as $$
    begin
      if abs(hashtext(new.id::text)) % 30 = 0 then perform pg_sleep(2); end if;
      return new;
    end
    $$;
    create trigger bids_stall before insert on bids for each row execute function stall();`)
}, 120_000)
afterAll(async () => {
  await owner.end()
  await api.close()
})

const faultsOf = (one: Rush): string[] => one.answers.flatMap((answer) => faultOf(one, answer) ?? [])

describe('the deadline', () => {
  it('is decided rightly for 2,000 bids within half a second of it, with wrong clocks, stalls and extensions', async () => {
    const rushes: Rush[] = []
    for (let round = 0; round < rounds; round += 1)
      for (const kind of kinds) rushes.push(await rush(api, buyer.client, firms, kind))
    const answers = rushes.flatMap((one) => one.answers)
    const taken = answers.filter(({ status }) => status === 200).length
    console.info(`${answers.length} bids: ${taken} taken, ${answers.length - taken} refused`)
    expect(rushes.flatMap(faultsOf)).toEqual([])
    expect(answers).toHaveLength(2000)
    // Both sides of the deadline were met, or nothing would be shown.
    expect(taken).toBeGreaterThan(50)
    expect(answers.length - taken).toBeGreaterThan(50)
  }, 400_000)

  it('would be decided wrongly by the clock of the transaction’s beginning, and that is noticed', async () => {
    await owner.unsafe(
      `create function public.clock_timestamp() returns timestamptz language sql stable as 'select now()'`,
    )
    const [{ name } = { name: '' }] = await owner<{ name: string }[]>`select current_database() as name`
    await owner.unsafe(`alter database ${name} set search_path = public, pg_catalog`)
    // Whoever connects from now on reads now() where the statement says clock_timestamp().
    const wrong = await startApi({ connections: 40, database: api.url })
    const people = await Promise.all(
      firms.slice(0, 50).map(({ organisationId }) => wrong.colleague(organisationId, 'owner')),
    )
    const { client } = await wrong.colleague(buyer.organisationId, 'owner')
    const faults = faultsOf(await rush({ ...api, app: wrong.app }, client, people, 'held'))
    await wrong.close()
    console.info(`${faults.length} wrong by now()`)
    expect(faults.length).toBeGreaterThan(5)
    expect(new Set(faults)).toContain('taken as of a moment at which nobody could take it')
  }, 120_000)
})
