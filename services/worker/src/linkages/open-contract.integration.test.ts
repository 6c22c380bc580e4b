import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asSystem, cardOf, readLinkage, record } from '@enlace/database'
import { asId, type CallId } from '@enlace/domain'
import { v7 as uuidv7 } from 'uuid'

import { LinkageWorld, type Pair } from '../../test/linkage-world.ts'

let world: LinkageWorld
beforeAll(async () => {
  world = await LinkageWorld.open()
})
afterAll(() => world.close())

/** A call that was closed with the supplier's bid awarded, or nobody's, and told of as the command does. */
async function closed(
  { buyer, supplier, needId }: Pair,
  prices: readonly (number | null)[],
  won = true,
): Promise<void> {
  const [call, bid, award] = [asId<CallId>(uuidv7()), uuidv7(), uuidv7()]
  const content = {
    kind: 'rfq',
    title: 'Seals',
    access: 'open',
    sealing: 'plain',
    currency: 'USD',
    deadline: '2026-01-01T00:00:00Z',
    envelopes: ['price'],
  }
  const { owner } = world
  await owner`insert into calls (id, organisation_id, need_id, state, version, content) values (${call}, ${buyer}, ${needId}, 'closed', 1, ${owner.json(content)})`
  await owner`insert into bids (id, call_id, organisation_id, state, revision, call_version, received_at, digest)
    values (${bid}, ${call}, ${supplier}, 'submitted', 1, 1, '2025-12-01', 'x')`
  await owner`insert into bid_openings (bid_id, call_id, envelope, content) values (${bid}, ${call}, 'price', ${owner.json({ answers: [], prices: [...prices] })})`
  await owner`insert into awards (id, call_id, bid_id, reason, proposed_by, approved_by, approved_at)
    values (${award}, ${call}, ${won ? bid : null}, 'Best.', ${buyer}, ${supplier}, now())`
  await asSystem(world.database, (tx) =>
    record(tx, 'call.closed', { callId: call, organisationId: buyer, version: 1 }, { organisationId: buyer }),
  )
  await world.hear()
}
const values = async ({ buyer }: Pair): Promise<unknown[]> => [
  ...(await world.owner`select what, amount_minor::int as amount, linkage_values.currency, organisation_id = ${buyer} as buyers
    from linkage_values join linkages on linkages.id = linkage_id where buyer_id = ${buyer} order by seq`),
]
const totals = async (pair: Pair): Promise<unknown> => {
  const [one] = await world.linkages(pair)
  const linkage = await asSystem(world.database, (tx) => readLinkage(tx, pair.buyer, asId(one?.id ?? '')))
  return linkage === null ? null : cardOf(linkage).values
}

describe('a call that was closed', () => {
  it('enters its contract once, with the price of all lots as what the buyer states and nobody has confirmed', async () => {
    const pair = await world.pair()
    await closed(pair, [700, null, 50])
    expect(await world.linkages(pair)).toMatchObject([{ stage: 'contract', moves: 'stepped' }])
    expect(await values(pair)).toEqual([{ what: 'contract', amount: 750, currency: 'USD', buyers: true }])
  })

  it('makes the next one with the same supplier repeat business, in the same linkage, and each keeps its own value', async () => {
    const pair = await world.pair()
    await closed(pair, [100])
    await closed(pair, [200])
    expect(await world.linkages(pair)).toMatchObject([{ stage: 'repeat', moves: 'stepped stepped' }])
    expect(await values(pair)).toMatchObject([{ amount: 100 }, { amount: 200 }])
    expect(await totals(pair)).toMatchObject({ contract: { buyer: [{ amountMinor: 300, currency: 'USD' }] } })
  })

  it('without an award links nobody', async () => {
    const pair = await world.pair()
    await closed(pair, [100], false)
    expect(await world.linkages(pair)).toEqual([])
  })
})
