import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asSystem, record } from '@enlace/database'
import type { Answer, OrganisationId } from '@enlace/domain'

import { LinkageWorld, type BrokeredChallenge } from '../../test/linkage-world.ts'

let world: LinkageWorld
beforeAll(async () => {
  world = await LinkageWorld.open({ tells: true })
})
afterAll(() => world.close())

/** As the commands do it: the row and the event in one transaction. */
const leave = ({ needId, agency }: BrokeredChallenge, buyer: OrganisationId): Promise<unknown> =>
  asSystem(world.database, async (tx) => {
    await tx.execute(sql`
      update challenge_buyers set state = 'left', named = false, reason = 'The mine closes.', answered_at = clock_timestamp()
      where need_id = ${needId} and organisation_id = ${buyer}`)
    const left = { needId, organisationId: agency, buyerId: buyer, act: 'leave' } as const
    await record(tx, 'buyer.left', left, { organisationId: buyer })
  })
const answer = (
  { needId, agency, supplier, proposalId }: BrokeredChallenge,
  buyer: OrganisationId,
  said: Answer,
): Promise<unknown> =>
  asSystem(world.database, async (tx) => {
    await tx.execute(sql`
      insert into proposal_answers (proposal_id, organisation_id, answer, reason, answered_by)
      values (${proposalId}, ${buyer}, ${said}, 'So.', gen_random_uuid())`)
    const pair = { needId, organisationId: agency, supplierId: supplier, proposalId }
    await record(tx, 'proposal.answered', { ...pair, buyerId: buyer, answer: said }, { organisationId: buyer })
  })
const standing = async ({ needId, proposalId }: BrokeredChallenge): Promise<unknown> => {
  const [row] = await world.owner`
    select needs.state, proposals.stage, (select string_agg(act || ': ' || reason, '; ') from proposal_steps where proposal_id = proposals.id) as why
    from needs join proposals on proposals.need_id = needs.id where needs.id = ${needId} and proposals.id = ${proposalId}`
  return { ...row }
}
const kinds = async (organisation: OrganisationId): Promise<unknown[]> =>
  (await world.told(organisation)).map((told) => (told as unknown[])[0])

describe('a challenge of several buyers', () => {
  it('goes on while one of them takes part, and is called off with the reason when the last leaves', async () => {
    const challenge = await world.brokered(2)
    const [one, two] = challenge.buyers as [OrganisationId, OrganisationId]
    await leave(challenge, one)
    await world.hear()
    expect(await standing(challenge)).toEqual({ state: 'published', stage: 'proposal', why: null })
    await leave(challenge, two)
    await world.hear()
    expect(await standing(challenge)).toEqual({ state: 'cancelled', stage: 'stopped', why: 'stop: The mine closes.' })
    expect(await kinds(challenge.agency)).toEqual(['buyer-left', 'buyer-left'])
    expect(await kinds(challenge.supplier)).toEqual(['proposal-moved'])
    // What one buyer does is told to no other.
    expect([await kinds(one), await kinds(two)]).toEqual([[], []])
  })

  it('begins a linkage of the firm with each buyer that is interested, which is named there as it agreed to', async () => {
    const challenge = await world.brokered(3)
    const [named, unnamed, not] = challenge.buyers as [OrganisationId, OrganisationId, OrganisationId]
    await answer(challenge, named, 'interested')
    await answer(challenge, unnamed, 'interested')
    await answer(challenge, not, 'not-for-us')
    await world.hear()
    const linked = await world.owner<{ buyer_id: string; supplier_id: string; buyer_hidden: boolean; stage: string }[]>`
      select buyer_id, supplier_id, buyer_hidden, stage from linkages where need_id = ${challenge.needId} order by buyer_hidden`
    expect([...linked]).toEqual([
      { buyer_id: named, supplier_id: challenge.supplier, buyer_hidden: false, stage: 'match' },
      { buyer_id: unnamed, supplier_id: challenge.supplier, buyer_hidden: true, stage: 'match' },
    ])
    expect((await kinds(challenge.supplier)).filter((kind) => kind === 'proposal-answered')).toHaveLength(3)
    const told = JSON.stringify(await world.told(challenge.supplier))
    expect([told.includes('Mina 1'), told.includes('Mina 2'), told.includes('Mina 3')]).toEqual([true, false, false])
    expect(await kinds(challenge.agency)).toEqual([])
  })

  it('begins none with the agency, where it invited a supplier and that one is interested', async () => {
    const { needId, agency, supplier } = await world.brokered(1)
    await asSystem(world.database, async (tx) => {
      await tx.execute(sql`insert into need_invitations (need_id, supplier_id) values (${needId}, ${supplier})`)
      await tx.execute(sql`
        insert into match_answers (need_id, supplier_id, buyer_id, answer) values (${needId}, ${supplier}, ${agency}, 'interested')`)
      const judged = { needId, organisationId: agency, supplierId: supplier, verdict: 'invite' } as const
      await record(tx, 'match.judged', judged, { organisationId: agency })
    })
    await world.hear()
    expect([...(await world.owner`select id from linkages where buyer_id = ${agency}`)]).toEqual([])
  })

  it('tells the buyers that joined when it is published, changed and ended', async () => {
    const { needId, agency, buyers } = await world.brokered(1)
    for (const name of ['need.published', 'need.amended', 'need.closed'] as const)
      await asSystem(world.database, (tx) =>
        record(tx, name, { needId, organisationId: agency, version: 1 }, { organisationId: agency }),
      )
    await world.hear()
    const told = (await world.told(buyers[0] ?? agency)) as [string, { what: string }][]
    expect(told.map(([kind, { what }]) => `${kind}: ${what}`).toSorted()).toEqual([
      'challenge-joined-changed: need-amended',
      'challenge-joined-changed: need-closed',
      'challenge-joined-changed: need-published',
    ])
  })

  it('tells every buyer that joined, and the agency, of a proposal that was handed in', async () => {
    const challenge = await world.brokered(2)
    const { needId, agency, supplier, proposalId, buyers } = challenge
    const moved = { needId, organisationId: agency, supplierId: supplier, proposalId, act: 'hand-in' } as const
    await asSystem(world.database, (tx) =>
      record(tx, 'proposal.moved', { ...moved, from: 'proposal', to: 'proposal' }, { organisationId: supplier }),
    )
    await world.hear()
    for (const reader of [agency, ...buyers]) expect(await kinds(reader)).toEqual(['proposal-handed-in'])
  })
})
