import { endpoints, type CallView, type EnvelopeBody, type OpenedBid } from '@enlace/contracts'
import { envelopeFromJson, fromText, openEnvelope, type ReleasedShare } from '@enlace/sealing'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { passDeadline } from '../../test/call-world.ts'
import { places, plant, sweep, type Place } from '../../test/canary-places.ts'
import type { CanaryScan, Sighting } from '../../test/canary-scan.ts'
import { priceOf, wordOf } from '../../test/canary.ts'
import {
  answersOf,
  bidsIn,
  makeCanaryWorld,
  plainBids,
  replaced,
  takenBack,
  type CanaryWorld,
} from '../../test/canary-world.ts'
import { openedBids } from '../../test/scoring-world.ts'
import { releaseAs } from '../../test/sealed-world.ts'

let world: CanaryWorld & { readonly close: () => Promise<void> }
beforeAll(async () => {
  world = await makeCanaryWorld()
}, 240_000)
afterAll(() => world?.close(), 60_000)

const numbers = (sighting: Sighting) => ({
  words: [...sighting.words].toSorted((a, b) => a - b),
  prices: [...sighting.prices].toSorted((a, b) => a - b),
})
/** What is seen where some envelopes of so many bids are readable, and nothing else is. */
function expected(bids: number, { price }: { readonly price: boolean }): ReturnType<typeof numbers> {
  const all = Array.from({ length: bids }, (_, at) => answersOf(at + 1))
  return {
    words: all.flatMap((one) => [...one.technical, ...(price ? [one.price] : [])]),
    prices: price ? all.map(({ amount }) => amount) : [],
  }
}
/** All that a database keeps; what it says is there in each of them. */
const kept = (scan: CanaryScan): readonly Place[] =>
  (['rows', 'dump', 'database files', 'write-ahead log'] as const).filter((place) => scan.bytes.has(place))
const sizes = (scan: CanaryScan): string =>
  [...scan.bytes].map(([place, bytes]) => `${place} ${Math.ceil(bytes / 1000)}`).join(', ')
const hits = (scan: CanaryScan, canary: string): number =>
  places.reduce((sum, place) => sum + scan.seen(place, canary).hits, 0)

type Lying = {
  readonly bidId: string
  readonly revision: number
  readonly body: Extract<EnvelopeBody, { sealed: unknown }>
}
/** What a superuser makes of the database: every envelope, and every share that was released. */
async function stolen(): Promise<{
  readonly envelopes: readonly Lying[]
  readonly released: Map<string, ReleasedShare[]>
}> {
  const envelopes = await world.owner<Lying[]>`
    select bid_id as "bidId", bid_envelopes.revision, body from bid_envelopes join bids on bids.id = bid_id
    where call_id = ${world.sealed.call.id} and envelope = 'technical'`
  const releases = await world.owner<{ seat_id: string; shares: { bidId: string; share: string }[] }[]>`
    select seat_id, shares from releases where call_id = ${world.sealed.call.id} and envelope = 'technical'`
  const released = new Map<string, ReleasedShare[]>()
  for (const { seat_id, shares } of releases)
    for (const { bidId, share } of shares)
      released.set(bidId, [
        ...(released.get(bidId) ?? []),
        { openerId: seat_id, share: fromText(share) ?? new Uint8Array() },
      ])
  return { envelopes, released }
}
/** How many envelopes open by the shares that lie there, as they are or after the superuser changed what they say. */
async function opened(change: 'nothing' | 'threshold' | 'opener'): Promise<number> {
  const { envelopes, released } = await stolen()
  const tried = await Promise.allSettled(
    envelopes.map(async ({ bidId, revision, body }) => {
      const envelope = envelopeFromJson(body.sealed)
      const shares = released.get(bidId) ?? []
      const others = envelope.shares.map(({ openerId }) => ({ openerId, share: shares[0]?.share ?? new Uint8Array() }))
      const context = { callId: world.sealed.call.id, bidId, revision, envelope: 'technical' }
      return openEnvelope({
        envelope: change === 'threshold' ? { ...envelope, threshold: 1 } : envelope,
        shares: change === 'opener' ? others : shares,
        context,
      })
    }),
  )
  return tried.filter(({ status }) => status === 'fulfilled').length
}
const ofCalls: ReadonlySet<string> = new Set(
  endpoints.flatMap(({ path, name }) => (path.includes('/calls/:id') ? [name] : [])),
)
const read = async (call: CallView): Promise<readonly OpenedBid[]> => openedBids(world.sealed.author, call)

it('before the opening two hundred sealed bids stand nowhere, and the same scan finds what is not sealed and what was planted', async () => {
  expect(world.problems.map(({ status, body }) => [status < 500, (body as { code: string }).code])).toEqual(
    world.problems.map(() => [true, expect.stringMatching(/^(bid|input)\./)]),
  )
  await plant(world)
  await expect.poll(() => frameWith(wordOf(world.canaries.planted, 2)), { timeout: 30_000, interval: 200 }).toBe(true)
  await expect.poll(() => indexed(wordOf(world.canaries.planted, 2)), { timeout: 30_000, interval: 500 }).toBe(true)
  const scan = await sweep(world, () => true)
  console.info(
    `${bidsIn + takenBack + replaced} sealed bids, ${hits(scan, 'sealed')} hits; ${plainBids} plain ones, ${hits(scan, 'plain')}; ` +
      `planted, ${hits(scan, 'planted')}; kB looked at: ${sizes(scan)}`,
  )
  expect(scan.sightings('sealed')).toEqual([])

  // The controls: a scan that looks nowhere, or does not know how things are written, ends here.
  for (const place of places.filter((one) => one !== 'dump' || scan.bytes.has(one)))
    expect([place, scan.seen(place, 'planted').hits > 0]).toEqual([place, true])
  for (const place of kept(scan))
    expect([place, numbers(scan.seen(place, 'plain')).words]).toEqual([
      place,
      expected(plainBids, { price: true }).words,
    ])
  expect(numbers(scan.seen('rows', 'plain'))).toEqual(expected(plainBids, { price: true }))
  expect([...scan.seen('database files', 'plain').forms.keys()]).toContain('price, numeric of Postgres')
})

const frameWith = (word: string): boolean => world.frames.some((frame) => frame.includes(word))
const indexed = async (word: string): Promise<boolean> => {
  const { body }: { body: { items: unknown[]; degraded: boolean } } = await world.people.rival.get(
    `/api/search/needs?query=${word}`,
  )
  const { items, degraded } = body
  return items.length > 0 && !degraded
}

it('one opener alone opens nothing, nor does a superuser with what he left in the database', async () => {
  const { call, openers } = world.sealed
  await passDeadline(world, call.id)
  expect((await releaseAs(openers[0], call)).status).toBe(200)
  expect(await read(call)).toEqual([])
  expect([await opened('nothing'), await opened('threshold'), await opened('opener')]).toEqual([0, 0, 0])
  const scan = await sweep(world, (name) => ofCalls.has(name))
  console.info(`after one opener: ${hits(scan, 'sealed')} hits`)
  expect(scan.sightings('sealed')).toEqual([])
})

it('two open all that is in, this envelope and no other; what was taken back or replaced stays shut', async () => {
  const { call, openers } = world.sealed
  expect((await releaseAs(openers[2], call)).status).toBe(200)
  const bids = await read(call)
  expect(bids.map(({ openings }) => openings.map(({ fault }) => fault)).flat()).toEqual(Array(bidsIn).fill(null))
  // Now what a superuser did before is done again, and works: it failed for the lack of a share.
  expect(await opened('nothing')).toBe(bidsIn)
  const scan = await sweep(world, (name) => name === 'listBids')
  for (const place of kept(scan))
    expect([place, numbers(scan.seen(place, 'sealed'))]).toEqual([place, expected(bidsIn, { price: false })])
  expect(scan.seen('answers', 'sealed').words.size).toBe(bidsIn * 2)
})

it('then two open the prices too, and the buyer reads all two hundred bids', async () => {
  const { call, author, openers } = world.sealed
  const bids = await read(call)
  const settled = bids.map(({ id }) => ({ bidId: id, passed: true }))
  expect((await author.post(`/api/calls/${call.id}/settle`, { envelope: 'technical', bids: settled })).status).toBe(200)
  await releaseAs(openers[1], call)
  expect((await releaseAs(openers[2], call)).status).toBe(200)
  const prices = (await read(call)).map(({ openings }) => openings[1]?.content?.prices[0])
  expect(new Set(prices)).toEqual(
    new Set(Array.from({ length: bidsIn }, (_, at) => priceOf(world.canaries.sealed, answersOf(at + 1).amount))),
  )
  const scan = await sweep(world, (name) => name === 'listBids')
  console.info(
    `after two openers: ${hits(scan, 'sealed')} hits in ${places.filter((place) => scan.seen(place, 'sealed').hits > 0).join(', ')}`,
  )
  for (const place of ['rows', 'answers'] as const)
    expect([place, numbers(scan.seen(place, 'sealed'))]).toEqual([place, expected(bidsIn, { price: true })])
})
