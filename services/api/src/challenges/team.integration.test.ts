import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MilestonesView, PortfolioView, TeamView } from '@enlace/contracts'
import { blankProposal, usualStageDays } from '@enlace/domain'
import postgres from 'postgres'

import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const money = { currency: 'USD', cashFlows: [-100_000, 50_000, 50_000, 50_000], discountRate: 10, assumptions: 'x' }
const content = { theme: 'water', baseline: 'x', question: 'y', money, stageDays: usualStageDays }
const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]

/** A proposal that a firm is writing to an open challenge. */
async function begun(): Promise<{ buyer: Signed; firm: Signed; id: string; at: string }> {
  const buyer = await api.member('buyer')
  const need = { kind: 'challenge', title: 'Dust', text: 'Haul roads take 1,200 m3 of water a day.', publish: true }
  const { id: needId } = (await buyer.client.post('/api/needs', need)).body as { id: string }
  await buyer.client.put(`/api/challenges/${needId}/brief`, { content, quorum: 1, revision: 0 })
  await owner`update challenge_briefs set state = 'approved' where need_id = ${needId}`
  const firm = await api.member('supplier')
  const said = { ...blankProposal, title: 'Fog', summary: 'canary of the team', approach: 'x', benefitText: 'y' }
  const { id } = (await firm.client.post(`/api/challenges/${needId}/proposals`, said)).body as { id: string }
  return { buyer, firm, id, at: `/api/proposals/${id}` }
}
const invite = ({ client }: Signed, at: string, { organisationId }: Signed, part: string): Promise<Answer> =>
  client.post(`${at}/team`, { organisationId, part })
const join = ({ client }: Signed, at: string): Promise<Answer> => client.post(`${at}/team/acceptance`, {})
const status = async ({ client }: Signed, at: string): Promise<number> => (await client.get(at)).status

describe('a team', () => {
  it('is of those who said yes themselves; a partner writes, a coach reads and is seen to', async () => {
    const { buyer, firm, at } = await begun()
    const [partner, coach, stranger] = [
      await api.member('expert'),
      await api.member('agency'),
      await api.member('agency'),
    ]
    expect(codeOf(await invite(firm, at, buyer, 'partner'))).toEqual([422, 'team.kind'])
    expect(codeOf(await invite(firm, at, firm, 'partner'))).toEqual([422, 'team.kind'])
    await invite(firm, at, partner, 'partner')
    await invite(firm, at, coach, 'coach')
    expect([await status(partner, at), await status(coach, at), await status(stranger, at)]).toEqual([404, 404, 404])
    const asked = (await coach.client.get('/api/proposals')).body as { items: { asked: boolean; title: string }[] }
    expect(asked.items).toMatchObject([{ asked: true, title: '' }])
    expect((await join(stranger, at)).status).toBe(404)
    await join(partner, at)
    await join(coach, at)
    expect([await status(partner, at), await status(coach, at)]).toEqual([200, 200])
    const save = ({ client }: Signed): Promise<Answer> =>
      client.put(at, { content: { ...blankProposal, title: 'Fog', summary: 'More.' }, revision: 1 })
    expect((await save(coach)).status).toBe(403)
    expect((await save(partner)).status).toBe(200)
    const reads = (await firm.client.get(`${at}/reads`)).body as { items: { kind: string; way: string }[] }
    expect(reads.items).toMatchObject([{ kind: 'agency', way: 'record' }])
    await firm.client.delete(`${at}/team/${coach.organisationId}`)
    expect(await status(coach, at)).toBe(404)
  })

  it('is told things by its coaches that the buyer never reads', async () => {
    const { buyer, firm, at } = await begun()
    const coach = await api.member('expert')
    await invite(firm, at, coach, 'coach')
    const say = ({ client }: Signed, body: object): Promise<Answer> => client.post(`${at}/comments`, body)
    const mock = { kind: 'mock-review', text: 'Say what it costs.', mark: 3 }
    expect((await say(coach, mock)).status).toBe(403)
    await join(coach, at)
    expect((await say(coach, mock)).status).toBe(201)
    expect((await say(firm, mock)).status).toBe(403)
    expect((await say(firm, { kind: 'comment', text: 'We shall.' })).status).toBe(201)
    const { comments } = (await firm.client.get(`${at}/team`)).body as TeamView
    expect(comments.map(({ kind, text, mark }) => [kind, text, mark])).toEqual([
      ['mock-review', 'Say what it costs.', 3],
      ['comment', 'We shall.', null],
    ])
    await firm.client.post(`${at}/moves`, { act: 'hand-in', stage: 'screening' })
    expect([await status(buyer, at), await status(buyer, `${at}/team`)]).toEqual([200, 403])
  })
})

describe('milestones', () => {
  it('are paid once both sides say so, whatever one side tries, and the benefit is checked beside the claim', async () => {
    const { buyer, firm, id, at } = await begun()
    const move = ({ client }: Signed, act: string, stage: string): Promise<Answer> =>
      client.post(`${at}/moves`, { act, stage })
    await move(firm, 'hand-in', 'screening')
    const milestone = {
      title: 'A pump runs',
      amount: { amountMinor: 100_001, currency: 'USD' },
      funderPercent: 50,
      funder: 'Fondo',
    }
    const add = (by: Signed): Promise<Answer> => by.client.post(`${at}/milestones`, milestone)
    expect(codeOf(await add(buyer))).toEqual([409, 'proposal.state'])
    for (const stage of ['screening', 'proposal']) {
      await move(firm, 'hand-in', stage)
      await move(buyer, 'advance', stage)
    }
    expect((await add(firm)).status).toBe(403)
    const [made] = ((await add(buyer)).body as MilestonesView).items
    const confirm = async ({ client }: Signed): Promise<MilestonesView> =>
      (await client.post(`${at}/milestones/${made?.id}/confirmation`, {})).body
    expect((await confirm(firm)).items).toMatchObject([{ buyerConfirmedAt: null, releasedAt: null }])
    expect((await confirm(firm)).items).toMatchObject([{ buyerConfirmedAt: null, releasedAt: null }])
    // Not even a command that confuses the sides gets past the database.
    const forge = owner.begin(async (sql) => {
      await sql`set local role enlace_app`
      await sql`select set_config('enlace.organisation', ${firm.organisationId}, true), set_config('enlace.user', ${firm.userId}, true)`
      return sql`update proposal_milestones set buyer_confirmed_at = clock_timestamp() where proposal_id = ${id}`
    })
    await expect(forge).rejects.toThrow('a side confirms for itself')
    const [paid] = (await confirm(buyer)).items
    expect(paid?.releasedAt).toBe(paid?.buyerConfirmedAt)
    expect((await confirm(buyer)).items).toEqual([paid])
    const checked = await buyer.client.put(`${at}/benefit`, {
      amountMinor: -500,
      currency: 'USD',
      note: 'It cost more.',
    })
    expect(checked.body).toMatchObject({
      check: { amount: { amountMinor: -500, currency: 'USD' }, note: 'It cost more.' },
    })
    expect((await firm.client.put(`${at}/benefit`, { amountMinor: 1, currency: 'USD', note: 'x' })).status).toBe(403)
    const { items } = (await buyer.client.get('/api/portfolio')).body as PortfolioView
    expect(items).toMatchObject([
      {
        theme: 'water',
        worth: { amountMinor: 24_343 },
        stages: { pilot: 1 },
        checked: [{ amountMinor: -500, currency: 'USD' }],
      },
    ])
  })
})
