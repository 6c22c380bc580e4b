import { broadcast, reactions, topic, type EventName } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { sealings } from '@enlace/domain'
import { openSearch } from '@enlace/search'
import { testSearch } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { plainFile, sealedFile } from '../../test/bid-file-world.ts'
import { handIn } from '../../test/call-world.ts'
import { indexAll } from '../../test/index-all.ts'
import { differences } from '../../test/rival-asks.ts'
import { bidFor, lookAll, lookers, makeSideChannelWorld, type SideChannelWorld } from '../../test/side-channel-world.ts'
import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi({ search: openSearch({ ...testSearch(), timeoutMs: 20_000 }) })
  owner = postgres(api.url, { onnotice: () => undefined })
  await indexAll(api.system, api.search)
}, 60_000)
afterAll(async () => {
  await owner.end()
  await api.close()
})

/** Five rivals bid, each with a file; one of them bids again, one takes its bid back. */
async function rivalsBid({ call, rivals }: SideChannelWorld): Promise<void> {
  const bids: string[] = []
  for (const { client } of rivals) {
    const { status, body } = await handIn(client, call, await bidFor(client, call))
    expect(status).toBe(200)
    bids.push((body as { bidId: string }).bidId)
  }
  const [again, back, third] = rivals.map(({ client }) => client)
  if (again === undefined || third === undefined) throw new Error('five rivals were made')
  // One more that is uploaded and not handed in.
  await (call.sealing === 'plain' ? plainFile : sealedFile)(third, call)
  expect(
    (
      await again.put(`/api/calls/${call.id}/bid`, {
        ...(await bidFor(again, call)),
        bidId: bids[0],
        revision: 2,
        callVersion: 1,
      })
    )?.status,
  ).toBe(200)
  expect((await back?.delete(`/api/calls/${call.id}/bid`))?.status).toBe(204)
}
/** Of a look, what reading a call answered. */
const shown = (look: Map<string, string>): Map<string, string> =>
  new Map([...look].filter(([url]) => url.includes(': readCall ')))
const bidEvents = (world: SideChannelWorld) =>
  asSystem(api.system, (tx) =>
    tx.execute<{ name: EventName; payload: never }>(
      sql`select name, payload from events where name like 'bid.%' and payload ->> 'callId' = ${world.call.id}`,
    ),
  )

describe.each(sealings)('whether nobody or five rivals have bid in a %s call', { timeout: 400_000 }, (sealing) => {
  let world: SideChannelWorld
  beforeAll(async () => {
    world = await makeSideChannelWorld(api, sealing)
  }, 200_000)

  it(`is read by none of nine actors in any answer, and a count that somebody planted is`, async () => {
    const before = await lookAll(world)
    expect(before.size).toBeGreaterThan(lookers.length * 60)
    expect([...before.values()].join()).toContain(world.call.id)
    await rivalsBid(world)
    expect(differences(before, await lookAll(world))).toEqual([])
    const [{ text } = { text: '' }] = await owner<
      { text: string }[]
    >`select pg_get_functiondef('call_openers'::regproc) as text`
    await owner.unsafe(
      text.replace('organisations.name,', `organisations.name || (select count(*) from bids where call_id = call),`),
    )
    const planted = differences(shown(before), await lookAll(world, (name) => name === 'readCall'))
    await owner.unsafe(text)
    for (const who of ['author', 'invited', 'bidder'])
      expect(planted).toContain(`${who}: readCall /api/calls/${world.call.id}`)
    expect(differences(shown(before), await lookAll(world, (name) => name === 'readCall'))).toEqual([])
  })

  it('stands in no entry of the audit log that they read', async () => {
    for (const who of lookers) {
      const { status, body } = await world.people[who].client.get('/api/audit-log/entries?limit=100')
      expect([who, status < 500]).toEqual([who, true])
      for (const { organisationId } of world.rivals)
        expect([who, JSON.stringify(body).includes(organisationId)]).toEqual([who, false])
    }
  })

  it('is told in no message, notice or reaction to anybody but the bidder itself', async () => {
    const events = await bidEvents(world)
    expect(events.length).toBeGreaterThanOrEqual(8)
    expect(events.flatMap(({ name }) => reactions[name])).toEqual([])
    const bidding = new Set(
      [world.people.bidder, ...world.rivals].map(({ organisationId }) => topic.organisation(organisationId)),
    )
    const heard = events.flatMap(({ name, payload }) => broadcast[name]?.(payload) ?? [])
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.filter((note) => !bidding.has(note.topic as never))).toEqual([])
    // A bidder's note names nobody but its own.
    for (const { name, payload } of events)
      expect((broadcast[name]?.(payload) ?? []).map((note) => note.topic)).toEqual([
        topic.organisation((payload as { organisationId: never }).organisationId),
      ])
  })
})
