import type { CallView, QuestionList, QuestionView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inDays, publishedCall } from '../../test/call-world.ts'
import { startApi, type Client, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
beforeAll(async () => {
  api = await startApi()
  buyer = await api.member('buyer')
}, 60_000)
afterAll(() => api.close())

type Asked = { question: QuestionView; likeness: number | null }
const seals = 'Which mechanical seals do you accept for slurry pumps?'
const open = (given: object = {}): Promise<CallView> =>
  publishedCall(buyer.client, { questionsUntil: inDays(3), ...given })
const ask = (client: Client, call: CallView, text: string, distinct = false) =>
  client.post(`/api/calls/${call.id}/questions`, { text, distinct })
const asked = async (client: Client, call: CallView, text: string, distinct = false): Promise<Asked> => {
  const { status, body } = await ask(client, call, text, distinct)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}
const list = async (client: Client, call: CallView): Promise<readonly QuestionView[]> =>
  ((await client.get(`/api/calls/${call.id}/questions`)).body as QuestionList).items
const reply = (client: Client, call: CallView, answers: readonly object[]) =>
  client.post(`/api/calls/${call.id}/answers`, { answers })
const codeOf = ({ body }: { body: unknown }): string => (body as { code: string }).code
const events = (call: CallView, name: string) =>
  asSystem(api.system, (tx) =>
    tx.execute<{ organisation_id: string; payload: unknown }>(
      sql`select organisation_id, payload from events where name = ${name} and payload ->> 'callId' = ${call.id}`,
    ),
  )

describe('a question', () => {
  it('waits with the buyer and its asker, and is nobody’s', async () => {
    const [call, asker, other] = [await open(), await api.member('supplier'), await api.member('supplier')]
    const { question, likeness } = await asked(asker.client, call, seals)
    expect([question.mine, question.answer, likeness]).toEqual([true, null, null])
    expect(await list(asker.client, call)).toEqual([question])
    expect(await list(other.client, call)).toEqual([])
    expect(await list(buyer.client, call)).toEqual([{ ...question, mine: false }])
    const [event] = await events(call, 'question.asked')
    expect(JSON.stringify(event)).not.toContain(asker.organisationId)
    expect(event?.organisation_id).toBe(buyer.organisationId)
  })

  it('that was asked already is followed, unless its asker means another', async () => {
    const [call, first, second] = [await open(), await api.member('supplier'), await api.member('supplier')]
    const { question } = await asked(first.client, call, seals)
    const followed = await asked(second.client, call, 'WHICH mechanical seal do you accept on a slurry pump')
    expect(followed).toEqual({ question, likeness: 1 })
    expect(await list(buyer.client, call)).toHaveLength(1)
    const another = await asked(second.client, call, 'Which mechanical seals do you accept for pumps?', true)
    expect([another.likeness, another.question.id === question.id]).toEqual([null, false])
    expect((await asked(second.client, call, seals, true)).question.id).toBe(question.id)
    expect(await list(second.client, call)).toHaveLength(2)
  })

  it('that many ask at the same moment is one', async () => {
    const call = await open()
    const firms = await Promise.all(Array.from({ length: 6 }, () => api.member('supplier')))
    const answers = await Promise.all(firms.map(({ client }) => asked(client, call, seals)))
    expect(new Set(answers.map(({ question }) => question.id)).size).toBe(1)
    expect(answers.filter(({ likeness }) => likeness === null)).toHaveLength(1)
    expect(await events(call, 'question.asked')).toHaveLength(1)
  })

  it('is refused where it tells who asks, and from who may not ask', async () => {
    const [call, { client }] = [await open(), await api.member('supplier')]
    const telling = await ask(client, call, 'Write to ana@seals.example, by when?')
    expect([telling.status, codeOf(telling)]).toEqual([422, 'question.reveals'])
    expect(codeOf(await ask(buyer.client, call, seals))).toBe('identity.forbidden')
    expect(codeOf(await ask((await api.member('agency')).client, call, seals))).toBe('identity.forbidden')
    expect(codeOf(await ask((await api.member('supplier', 'auditor')).client, call, seals))).toBe('identity.forbidden')
    expect(codeOf(await ask(client, await publishedCall(buyer.client), seals))).toBe('question.late')
    expect(await list(buyer.client, call)).toEqual([])
  })
})

describe('the end of questions', () => {
  /** The call ends its questions in a moment, and whoever asks has to wait until that has passed. */
  const askAcross = async (): Promise<string> => {
    const [call, { client }] = [await open(), await api.member('supplier')]
    let answer: ReturnType<typeof ask> | undefined
    await asSystem(api.system, async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`questions ${call.id}`}, 0))`)
      await asSystem(api.system, (other) =>
        other.execute(
          sql`update calls set questions_until = clock_timestamp() + interval '500 ms' where id = ${call.id}`,
        ),
      )
      answer = ask(client, call, seals)
      await tx.execute(sql`select pg_sleep(1)`)
    })
    return `${(await answer)?.status} ${(await list(buyer.client, call)).length}`
  }
  /** Writes the function that decides anew, with another reading of the clock. */
  const replaceClock = async (one: string, other: string): Promise<void> => {
    const owner = postgres(api.url, { onnotice: () => undefined })
    const [row] = await owner<{ text: string }[]>`select pg_get_functiondef('acting_asks_at'::regproc) as text`
    const text = row?.text ?? ''
    const changed = text.replace(`${one} < questions_until`, `${other} < questions_until`)
    expect(changed).not.toBe(text)
    await owner.unsafe(changed)
    await owner.end()
  }

  it('counts by the clock after a wait; the clock of the transaction’s beginning would let it pass', async () => {
    expect(await askAcross()).toBe('409 0')
    await replaceClock('at', 'now()')
    expect(await askAcross()).toBe('201 1')
    await replaceClock('now()', 'at')
    expect(await askAcross()).toBe('409 0')
  })

  it('stays where it was when bids are put off alone, and an amendment moves it', async () => {
    const call = await open()
    const { client } = await api.member('supplier')
    const { parts: _parts, ...view } = call
    const amended = await buyer.client.post(`/api/calls/${call.id}/amend`, {
      ...view,
      questionsUntil: inDays(4),
      deadline: inDays(8),
      reason: 'More time.',
    })
    expect(amended.status).toBe(200)
    expect(((await client.get(`/api/calls/${call.id}/questions`)).body as QuestionList).until).toBe(
      (amended.body as CallView).questionsUntil,
    )
  })
})

describe('an answer', () => {
  it('is published with others for everybody in one event, and corrected by a further version', async () => {
    const [call, asker, other] = [await open(), await api.member('supplier'), await api.member('supplier')]
    const one = (await asked(asker.client, call, seals)).question
    const two = (await asked(other.client, call, 'Who pays the freight to the site?')).question
    const answers = [
      { questionId: two.id, version: 0, text: 'We do.' },
      { questionId: one.id, version: 0, text: 'Cartridge seals.' },
    ]
    expect((await reply(asker.client, call, answers)).status).toBe(403)
    expect((await reply(buyer.client, call, answers)).status).toBe(200)
    const published = await events(call, 'question.answered')
    expect(published.map(({ payload }) => payload)).toMatchObject([{ answered: 2, corrected: 0 }])
    const seen = await list((await api.member('supplier')).client, call)
    expect(new Set(seen.map(({ answer }) => answer?.text))).toEqual(new Set(['Cartridge seals.', 'We do.']))
    expect(new Set(seen.map(({ answer }) => answer?.answeredAt)).size).toBe(1)
    expect(
      (await reply(buyer.client, call, [{ questionId: one.id, version: 1, text: 'Cartridge or split seals.' }])).status,
    ).toBe(200)
    const stale = await reply(buyer.client, call, [{ questionId: one.id, version: 1, text: 'Any.' }])
    expect([stale.status, codeOf(stale)]).toEqual([412, 'thing.changed'])
    const corrected = (await list(other.client, call)).find(({ id }) => id === one.id)
    expect([corrected?.answer?.version, corrected?.answer?.text, corrected?.earlier.map(({ text }) => text)]).toEqual([
      2,
      'Cartridge or split seals.',
      ['Cartridge seals.'],
    ])
  })

  it('is published with all of its batch or not at all', async () => {
    const [call, { client }] = [await open(), await api.member('supplier')]
    const { question } = await asked(client, call, seals)
    const first = { questionId: question.id, version: 0, text: 'Yes.' }
    const foreign = (await asked(client, await open(), seals)).question
    for (const [second, status] of [
      [{ ...first, questionId: foreign.id }, 404],
      [first, 422],
    ] as const)
      expect((await reply(buyer.client, call, [first, second])).status).toBe(status)
    expect((await list(buyer.client, call))[0]?.answer).toBeNull()
    expect(await events(call, 'question.answered')).toHaveLength(0)
    expect(codeOf(await reply((await api.colleague(buyer.organisationId, 'owner')).client, call, [first]))).toBe(
      'identity.forbidden',
    )
  })
})
