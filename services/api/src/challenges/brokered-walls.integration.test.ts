import { afterAll, beforeAll, expect, it } from 'vitest'

import type { OrganisationKind } from '@enlace/domain'
import postgres from 'postgres'

import { asMember } from '../../test/as-member.ts'
import { openedFor, propose, viewAs } from '../../test/brokered-world.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const tables = ['challenge_buyers', 'challenge_parts', 'proposal_answers', 'proposals', 'proposal_contents'] as const
/** How many rows of each table the database itself shows to somebody's organisation. */
const seen = (who: Signed, kind: OrganisationKind): Promise<number[]> =>
  asMember(owner, who, kind, async (sql) => {
    const counts: number[] = []
    for (const table of tables) counts.push((await sql`select 1 from ${sql(table)}`).length)
    return counts
  })

it('shows by row-level security alone each buyer its own part and answer, the firm what is said of it, and no more', async () => {
  const { agency, at, id, buyers } = await openedFor(api, 3, (index) => ({ named: index === 0, shares: index === 1 }))
  const [named, sharing, quiet] = buyers as [Signed, Signed, Signed]
  const [firm, rival, outside] = [
    await api.member('supplier', 'bidder'),
    await api.member('supplier', 'bidder'),
    await api.member('buyer', 'buyer'),
  ]
  const proposal = await propose(firm, at)
  // Asked before the publication, and it never answered; left since.
  const [asked, gone] = [await api.member('buyer', 'buyer'), await api.member('buyer', 'buyer')]
  await owner`insert into challenge_buyers (need_id, organisation_id) values (${id}, ${asked.organisationId})`
  await owner`insert into challenge_buyers (need_id, organisation_id, state, number, reason) values (${id}, ${gone.organisationId}, 'left', 4, 'So.')`
  for (const { client } of buyers)
    expect((await client.put(`${proposal}/answer`, { answer: 'not-for-us', reason: 'Too dear.' })).status).toBe(200)
  // Rows of: buyers, parts, answers, proposals, and what these say, which nobody outside its team reads but by read_proposals.
  expect(await seen(named, 'buyer')).toEqual([1, 1, 1, 1, 0])
  expect(await seen(sharing, 'buyer')).toEqual([2, 1, 1, 1, 0])
  expect(await seen(quiet, 'buyer')).toEqual([2, 1, 1, 1, 0])
  expect(await seen(agency, 'agency')).toEqual([5, 1, 0, 1, 0])
  for (const none of [asked, gone]) expect(await seen(none, 'buyer')).toEqual([2, 0, 0, 0, 0])
  expect(await seen(firm, 'supplier')).toEqual([1, 0, 3, 1, 1])
  expect(await seen(rival, 'supplier')).toEqual([1, 0, 0, 0, 0])
  expect(await seen(outside, 'buyer')).toEqual([1, 0, 0, 0, 0])

  // Nobody takes a place for itself, speaks in another's name, or lets the agency read what is another's.
  const refused = async (
    who: Signed,
    kind: OrganisationKind,
    work: (sql: postgres.TransactionSql) => Promise<unknown>,
  ) => expect(asMember(owner, who, kind, work)).rejects.toThrow(/row-level security|permission denied/)
  const taken = (by: Signed) => (sql: postgres.TransactionSql) =>
    sql`insert into challenge_buyers (need_id, organisation_id) values (${id}, ${by.organisationId})`
  await refused(outside, 'buyer', taken(outside))
  await refused(quiet, 'buyer', taken(outside))
  const answered = (as: Signed) => (sql: postgres.TransactionSql) =>
    sql`insert into proposal_answers (proposal_id, organisation_id, answer, answered_by)
      values (${proposal.slice('/api/proposals/'.length)}, ${as.organisationId}, 'interested', ${as.userId})`
  await refused(agency, 'agency', answered(quiet))
  for (const none of [outside, asked, gone]) await refused(none, 'buyer', answered(none))
  const moved = (who: Signed, kind: OrganisationKind): Promise<number> =>
    asMember(
      owner,
      who,
      kind,
      async (sql) => (await sql`update proposals set stage = 'contract' where need_id = ${id}`).count,
    )
  expect(await moved(quiet, 'buyer')).toBe(0)
  const shown = (who: Signed, kind: OrganisationKind): Promise<number> =>
    asMember(
      owner,
      who,
      kind,
      async (sql) => (await sql`update challenge_buyers set shares = true where not shares`).count,
    )
  expect(await shown(agency, 'agency')).toBe(0)

  // With the guards gone the same questions find what they must not.
  await owner`create policy leak on challenge_parts for select to enlace_app using (true)`
  await owner`create policy leak on proposal_answers for select to enlace_app using (true)`
  expect(await seen(quiet, 'buyer')).toEqual([2, 3, 3, 1, 0])
  expect(await seen(agency, 'agency')).toEqual([5, 3, 3, 1, 0])
  const parts = (await viewAs(agency, at)).buyers?.rows.map(({ part }) => part !== null)
  expect(parts).toEqual([true, true, true, false, false])
  await owner`drop policy leak on challenge_parts`
  await owner`drop policy leak on proposal_answers`
  expect((await viewAs(agency, at)).buyers?.rows.map(({ part }) => part !== null)).toEqual([
    false,
    true,
    false,
    false,
    false,
  ])
})

it('tells no sum from which one part could be reckoned, and would without its guard', async () => {
  const { at, id, buyers } = await openedFor(api, 4)
  const firm = await api.member('supplier', 'bidder')
  const sums = async (): Promise<unknown> => {
    const { sites, pledged } = (await viewAs(firm, at)).buyers ?? { sites: null, pledged: [] }
    return [sites, pledged.map(({ amountMinor }) => amountMinor)]
  }
  expect(await sums()).toEqual([8, [1000]])
  await buyers[3]?.client.post(`${at}/departure`, { act: 'leave', reason: 'The mine closes.' })
  expect(await sums()).toEqual([null, []])
  // Had it left before the publication, the three others would be summed: what hides the sum is that it left afterwards.
  await owner`update challenge_buyers set answered_at = now() - interval '1 day' where need_id = ${id} and state = 'left'`
  expect(await sums()).toEqual([6, [600]])
})
