import { v7 as uuidv7 } from 'uuid'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LinkageView } from '@enlace/contracts'
import { asSystem, insertFollowUp, insertFollowUpLinks } from '@enlace/database'
import { asId, type FollowUpId, type LinkageStage } from '@enlace/domain'

import { codeOf, link, statusesOf, type Linked } from '../../test/linked.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

/** Asks one side as the worker does; `days` ago. */
async function asked(
  linked: Linked,
  { organisationId, userId }: Signed,
  days = 0,
): Promise<{ id: FollowUpId; token: string }> {
  const id = asId<FollowUpId>(uuidv7())
  const token = `a-token-of-${id}`
  const now = new Date(Date.now() - days * 86_400_000)
  await asSystem(api.system, async (tx) => {
    await insertFollowUp(tx, { id, linkageId: linked.id, organisationId, days: 7, stage: 'offer', now })
    await insertFollowUpLinks(tx, id, [{ userId, token }])
  })
  return { id, token }
}
const stranger = () => api.anonymous()
const answer = (token: string, given: string, value: object | null = null) =>
  stranger().post('/api/follow-ups/answer', { token, answer: given, value })
const look = (token: string) => stranger().post('/api/follow-ups/read', { token })
const viewOf = async ({ buyer, at }: Linked): Promise<LinkageView> => (await buyer.client.get(at())).body
const stageOf = async (linked: Linked): Promise<LinkageStage> => (await viewOf(linked)).stage

describe('the links of a follow-up', () => {
  it('read as often as they are opened and change nothing; the press answers once', async () => {
    const linked = await link(api, 'offer')
    const { token } = await asked(linked, linked.buyer)
    const question = { partner: 'supplier', need: 'Pumps', stage: 'offer', days: 7, answer: null }
    expect([(await look(token)).body, (await look(token)).body]).toEqual([question, question])
    expect((await viewOf(linked)).followUps).toMatchObject([{ answer: null }])
    expect(await answer(token, 'talking')).toMatchObject({ status: 200, body: { ...question, answer: 'talking' } })
    for (const again of [await answer(token, 'stopped'), await look(token)])
      expect(codeOf(again)).toEqual([410, 'follow-up.spent'])
    expect(await stageOf(linked)).toBe('offer')
    const [kept] = await owner`select encode(token_hash, 'escape') like '%token%' as plain from follow_up_links`
    expect(kept).toEqual({ plain: false })
  })

  it('that are altered, too old, or of somebody who left are refused and change nothing', async () => {
    const linked = await link(api, 'offer')
    const { token } = await asked(linked, linked.supplier)
    const altered = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`
    expect([codeOf(await look(altered)), codeOf(await answer(altered, 'stopped'))]).toEqual([
      [410, 'follow-up.link'],
      [410, 'follow-up.link'],
    ])
    expect(codeOf(await answer('short', 'stopped'))).toEqual([422, 'input.invalid'])
    expect(codeOf(await answer(token, 'perhaps'))).toEqual([422, 'input.invalid'])
    const old = await asked(linked, linked.supplier, 22)
    expect([codeOf(await look(old.token)), codeOf(await answer(old.token, 'stopped'))]).toEqual([
      [410, 'follow-up.expired'],
      [410, 'follow-up.expired'],
    ])
    const { organisationId } = linked.supplier
    await owner`delete from members where user_id = ${linked.supplier.userId} and organisation_id = ${organisationId}`
    expect(codeOf(await answer(token, 'stopped'))).toEqual([410, 'follow-up.link'])
    expect(await stageOf(linked)).toBe('offer')
    const rows = await owner`select answer from follow_ups where linkage_id = ${linked.id}`
    expect(rows.map((row) => row['answer'])).toEqual([null, null])
  })

  it('pressed by two colleagues at once, and twice by each, answer once', async () => {
    const linked = await link(api, 'offer')
    const { id, token } = await asked(linked, linked.buyer)
    const colleague = await api.colleague(linked.buyer.organisationId, 'buyer')
    await asSystem(api.system, (tx) =>
      insertFollowUpLinks(tx, id, [{ userId: colleague.userId, token: 'a-token-of-a-colleague' }]),
    )
    const pressed = await Promise.all(
      [token, token, 'a-token-of-a-colleague', 'a-token-of-a-colleague'].map((one) => answer(one, 'contract')),
    )
    expect(statusesOf(pressed)).toEqual([200, 410, 410, 410])
    expect((await viewOf(linked)).history.filter(({ kind }) => kind === 'proposed')).toHaveLength(1)
  })

  it('of both sides that say contract make one, with a value that counts only where both say the same', async () => {
    const linked = await link(api, 'offer')
    const [ours, theirs] = [await asked(linked, linked.buyer), await asked(linked, linked.supplier)]
    const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })
    await Promise.all([answer(ours.token, 'contract', usd(700)), answer(theirs.token, 'contract', usd(900))])
    const view = await viewOf(linked)
    expect([view.stage, view.lines]).toEqual([
      'contract',
      [{ of: 'contract', year: null, callId: null, buyer: usd(700), supplier: usd(900), confirmed: false }],
    ])
    expect((await answer(theirs.token, 'contract', usd(700))).status).toBe(410)
    expect((await viewOf(linked)).values.contract.confirmed).toEqual([])
  })

  it('stop a linkage, skip no stage, and say nothing of a buyer that is not named', async () => {
    const linked = await link(api, 'conversation', { need: { confidentiality: 'alias' }, hidden: true })
    const first = await asked(linked, linked.supplier)
    expect((await look(first.token)).body).toMatchObject({ partner: null })
    // From a conversation no contract follows: the answer is kept and nothing else happens.
    expect((await answer(first.token, 'contract')).status).toBe(200)
    expect(await stageOf(linked)).toBe('conversation')
    await answer((await asked(linked, linked.supplier)).token, 'stopped')
    expect(await stageOf(linked)).toBe('stopped')
  })

  it('can be answered in the product too, by that side alone', async () => {
    const linked = await link(api, 'offer')
    const { id } = await asked(linked, linked.buyer)
    const at = linked.at(`/follow-ups/${id}`)
    expect(codeOf(await linked.supplier.client.post(at, { answer: 'talking' }))).toEqual([404, 'thing.not-found'])
    expect((await linked.buyer.client.post(at, { answer: 'no-answer' })).body).toMatchObject({
      followUps: [{ answer: 'no-answer' }],
    })
    expect(codeOf(await linked.buyer.client.post(at, { answer: 'talking' }))).toEqual([410, 'follow-up.spent'])
    expect((await linked.supplier.client.get(linked.at())).body).toMatchObject({ followUps: [] })
  })
})
