import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ChallengeView, ProposalView } from '@enlace/contracts'
import { blankProposal, usualStageDays, type ProposalId } from '@enlace/domain'
import postgres from 'postgres'

import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const need = { kind: 'challenge', title: 'Dust on haul roads', text: 'Haul roads take 1,200 m3 of water a day.' }
const content = {
  theme: 'water',
  baseline: 'Haul roads take 1,200 m3 of water a day.',
  question: 'How can dust be kept down with half the water?',
  specification: '',
  money: {
    currency: 'USD',
    cashFlows: [-100_000, 50_000, 50_000, 50_000],
    discountRate: 10,
    assumptions: 'Water costs 2.1 USD a cubic metre.',
  },
  measures: [],
  budget: { amountMinor: 5_000_000, currency: 'USD' },
  stageDays: usualStageDays,
}
const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]

type Board = { author: Signed; one: Signed; other: Signed; id: string; at: string }
/** A buyer with a draft challenge, its author and two colleagues. */
async function makeBoard(): Promise<Board> {
  const author = await api.member('buyer', 'buyer')
  const one = await api.colleague(author.organisationId, 'assessor')
  const other = await api.colleague(author.organisationId, 'owner')
  const { id } = (await author.client.post('/api/needs', need)).body as { id: string }
  return { author, one, other, id, at: `/api/challenges/${id}` }
}
const view = async ({ client }: Signed, at: string): Promise<ChallengeView> => (await client.get(at)).body
const save = ({ client }: Signed, at: string, given: object = {}): Promise<Answer> =>
  client.put(`${at}/brief`, { content, quorum: 2, revision: 0, ...given })
const vote = ({ client }: Signed, at: string, yes: boolean, version = 1): Promise<Answer> =>
  client.put(`${at}/vote`, { yes, reason: 'As I see it.', version })

/** A published challenge whose board said yes. */
async function open(): Promise<Board> {
  const board = await makeBoard()
  const { author, one, other, at, id } = board
  await save(author, at)
  await author.client.post(`${at}/screening`, { revision: 1 })
  await vote(one, at, true)
  await vote(other, at, true)
  expect((await author.client.post(`/api/needs/${id}/publish`)).status).toBe(200)
  return board
}

describe('a brief', () => {
  it('is screened by colleagues before it is published; its author has no vote', async () => {
    const { author, one, other, at, id } = await makeBoard()
    expect(await view(author, at)).toMatchObject({ brief: null, board: null, worth: null, takesProposals: false })
    const saved = await save(author, at)
    expect([saved.status, saved.body]).toMatchObject([
      200,
      { briefState: 'draft', worth: { amountMinor: 24_343, currency: 'USD' }, theme: 'water' },
    ])
    expect(codeOf(await save(author, at))).toEqual([412, 'thing.changed'])
    expect(codeOf(await author.client.post(`/api/needs/${id}/publish`))).toEqual([409, 'challenge.not-screened'])
    expect(codeOf(await vote(one, at, true))).toEqual([409, 'challenge.brief-state'])
    expect((await author.client.post(`${at}/screening`, { revision: 1 })).body).toMatchObject({
      briefState: 'screening',
    })
    expect(codeOf(await save(author, at, { revision: 2 }))).toEqual([409, 'challenge.brief-state'])
    expect(codeOf(await vote(author, at, true))).toEqual([403, 'challenge.author'])
    const auditor = await api.colleague(author.organisationId, 'auditor')
    expect(codeOf(await vote(auditor, at, true))).toEqual([403, 'identity.forbidden'])
    expect((await vote(one, at, false)).body).toMatchObject({ briefState: 'screening' })
    expect((await vote(one, at, true)).body).toMatchObject({ board: { votes: [{ mine: true, yes: true }] } })
    expect((await vote(other, at, true)).body).toMatchObject({ briefState: 'approved' })
    expect(codeOf(await vote(one, at, false))).toEqual([409, 'challenge.brief-state'])
    expect((await author.client.post(`/api/needs/${id}/publish`)).status).toBe(200)
    const supplier = await api.member('supplier')
    expect(await view(supplier, at)).toMatchObject({ briefState: 'approved', board: null, takesProposals: true })
    expect((await view(supplier, at)).brief?.stamp).toBe((await view(author, at)).brief?.stamp)
  })

  it('that was refused is written anew as the next version, on which all vote again', async () => {
    const { author, one, other, at } = await makeBoard()
    await save(author, at)
    await author.client.post(`${at}/screening`, { revision: 1 })
    await vote(one, at, false)
    expect((await vote(other, at, false)).body).toMatchObject({ briefState: 'refused' })
    const { brief } = await view(author, at)
    expect((await save(one, at)).status).toBe(403)
    expect((await save(other, at, { revision: brief?.revision })).body).toMatchObject({
      briefState: 'draft',
      brief: { version: 2 },
      board: { isAuthor: true, votes: [] },
    })
  })

  it('goes before no board that is too small, nor with too little in it', async () => {
    const { author, at } = await makeBoard()
    await save(author, at, { quorum: 3 })
    expect(codeOf(await author.client.post(`${at}/screening`, { revision: 1 }))).toEqual([409, 'challenge.board-small'])
    await save(author, at, { revision: 1, content: { ...content, money: null } })
    expect(codeOf(await author.client.post(`${at}/screening`, { revision: 2 }))).toEqual([
      422,
      'challenge.brief-incomplete',
    ])
  })

  it('is decided once, however many vote at the same moment', async () => {
    const { author, at, id } = await makeBoard()
    const voters = await Promise.all(Array.from({ length: 6 }, () => api.colleague(author.organisationId, 'assessor')))
    await save(author, at, { quorum: 3 })
    await author.client.post(`${at}/screening`, { revision: 1 })
    const answers = await Promise.all(voters.map((voter) => vote(voter, at, true)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 409, 409, 409])
    const decided = await owner`
      select id from events where name = 'brief.voted' and payload ->> 'needId' = ${id} and payload ->> 'decision' = 'approved'`
    expect(decided).toHaveLength(1)
  })

  it('gives its author no vote by row-level security alone, and nobody another person’s', async () => {
    const { author, one, at, id } = await makeBoard()
    await save(author, at)
    await author.client.post(`${at}/screening`, { revision: 1 })
    const cast = (by: Signed, asUser: string): Promise<unknown> =>
      owner.begin(async (sql) => {
        await sql`set local role enlace_app`
        await sql`select set_config('enlace.organisation', ${by.organisationId}, true), set_config('enlace.user', ${by.userId}, true), set_config('enlace.organisation_kind', 'buyer', true)`
        return sql`insert into challenge_votes (need_id, version, user_id, organisation_id, yes, reason) values (${id}, 1, ${asUser}, ${by.organisationId}, true, 'x')`
      })
    await expect(cast(author, author.userId)).rejects.toThrow(/row-level security/)
    await expect(cast(one, author.userId)).rejects.toThrow(/row-level security/)
    await expect(cast(one, one.userId)).resolves.toBeDefined()
  })
})

describe('a proposal', () => {
  const said = { ...blankProposal, title: 'Fog cannon', summary: 'Fog instead of water.' }
  const full = { ...said, approach: 'Nozzles of our own.', benefitText: 'Half the water.' }
  const start = async (supplier: Signed, at: string): Promise<ProposalId> => {
    const answer = await supplier.client.post(`${at}/proposals`, said)
    expect(answer.status).toBe(201)
    return (answer.body as { id: ProposalId }).id
  }
  const move = ({ client }: Signed, id: string, stage: string, act: string, reason = ''): Promise<Answer> =>
    client.post(`/api/proposals/${id}/moves`, { act, reason, stage })
  const read = async ({ client }: Signed, id: string): Promise<ProposalView> =>
    (await client.get(`/api/proposals/${id}`)).body

  it('goes from stage to stage to a contract, under a clock on the buyer, with every step kept', async () => {
    const { author, at } = await open()
    const supplier = await api.member('supplier')
    const id = await start(supplier, at)
    expect(codeOf(await supplier.client.post(`${at}/proposals`, said))).toEqual([409, 'proposal.exists'])
    expect((await author.client.get(`/api/proposals/${id}`)).status).toBe(404)
    expect(codeOf(await move(supplier, id, 'screening', 'advance'))).toEqual([409, 'proposal.state'])
    expect((await move(supplier, id, 'screening', 'hand-in')).body).toEqual({ stage: 'screening', handedIn: true })
    expect(codeOf(await supplier.client.put(`/api/proposals/${id}`, { content: full, revision: 1 }))).toEqual([
      409,
      'proposal.state',
    ])
    const waiting = await read(author, id)
    expect(waiting).toMatchObject({ content: said, acts: ['advance', 'stop'], mine: false, handedIn: true })
    const days = (Date.parse(waiting.dueAt ?? '') - Date.parse(waiting.handedInAt ?? '')) / 86_400_000
    expect(Math.round(days)).toBe(usualStageDays.screening)
    expect((await view(supplier, at)).clock).toMatchObject({ decided: 0, waiting: 1, late: 0 })
    await move(author, id, 'screening', 'advance')
    expect(codeOf(await move(supplier, id, 'proposal', 'hand-in'))).toEqual([422, 'proposal.incomplete'])
    expect((await supplier.client.put(`/api/proposals/${id}`, { content: full, revision: 1 })).body).toEqual({
      revision: 2,
    })
    expect(codeOf(await supplier.client.put(`/api/proposals/${id}`, { content: full, revision: 1 }))).toEqual([
      412,
      'thing.changed',
    ])
    expect((await read(author, id)).content).toEqual(said)
    for (const stage of ['proposal', 'pilot', 'test-site'] as const) {
      await move(supplier, id, stage, 'hand-in')
      expect((await move(author, id, stage, 'advance')).status).toBe(200)
    }
    const end = await read(supplier, id)
    expect([end.stage, end.acts, end.steps.map(({ act }) => act)]).toEqual([
      'contract',
      [],
      ['hand-in', 'advance', 'hand-in', 'advance', 'hand-in', 'advance', 'hand-in', 'advance'],
    ])
    expect((await view(supplier, at)).clock).toMatchObject({ decided: 4, inTime: 4, waiting: 0 })
  })

  it('is stopped with a reason alone, which its firm reads', async () => {
    const { author, at } = await open()
    const supplier = await api.member('supplier')
    const id = await start(supplier, at)
    await move(supplier, id, 'screening', 'hand-in')
    expect(codeOf(await move(author, id, 'screening', 'stop', ' '))).toEqual([422, 'proposal.reason'])
    expect((await move(author, id, 'screening', 'stop', 'We tried this in 2019.')).status).toBe(200)
    expect((await read(supplier, id)).steps.at(-1)).toMatchObject({
      act: 'stop',
      reason: 'We tried this in 2019.',
      byBuyer: true,
    })
    expect(codeOf(await move(author, id, 'screening', 'advance'))).toEqual([409, 'proposal.state'])
  })

  it('shows all that the buyer is late, and by how much', async () => {
    const { at } = await open()
    const [supplier, other] = [await api.member('supplier'), await api.member('agency')]
    const id = await start(supplier, at)
    await move(supplier, id, 'screening', 'hand-in')
    await owner`update proposals set due_at = clock_timestamp() - interval '49 hours' where id = ${id}`
    for (const reader of [supplier, other])
      expect((await view(reader, at)).clock).toMatchObject({ waiting: 1, late: 1, longestDays: 3 })
  })

  it('moves once where two decide at the same moment', async () => {
    const { author, other, at } = await open()
    const supplier = await api.member('supplier')
    const id = await start(supplier, at)
    await move(supplier, id, 'screening', 'hand-in')
    const answers = await Promise.all([
      move(author, id, 'screening', 'advance'),
      move(other, id, 'screening', 'stop', 'No.'),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  it('is not taken without an approved brief, after its day, or when it was called off', async () => {
    const buyer = await api.member('buyer')
    const supplier = await api.member('supplier')
    const plain = (await buyer.client.post('/api/needs', { ...need, publish: true })).body as { id: string }
    expect(codeOf(await supplier.client.post(`/api/challenges/${plain.id}/proposals`, said))).toEqual([
      409,
      'challenge.not-open',
    ])
    const { author, at, id } = await open()
    const late = await start(supplier, at)
    await author.client.post(`/api/needs/${id}/cancel`, {})
    expect(codeOf(await move(supplier, late, 'screening', 'hand-in'))).toEqual([409, 'challenge.not-open'])
    expect(codeOf(await author.client.put(`${at}/brief`, { content, quorum: 1, revision: 0 }))).toEqual([
      412,
      'thing.changed',
    ])
  })

  it('freezes the brief that its firm answers', async () => {
    const { author, at } = await open()
    const supplier = await api.member('supplier')
    const revision = (await view(author, at)).brief?.revision
    const id = await start(supplier, at)
    await move(supplier, id, 'screening', 'hand-in')
    expect(codeOf(await save(author, at, { revision }))).toEqual([409, 'challenge.brief-state'])
  })
})
