import type { CallView, QuestionView } from '@enlace/contracts'
import { asActor, asSystem, openDatabase } from '@enlace/database'
import type { MemberActor } from '@enlace/domain'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { handIn, inDays, publishedCall } from '../../test/call-world.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
let colleague: Signed
let firms: Signed[]
let call: CallView
let question: QuestionView
const firmAt = (at: number): Signed => {
  const firm = firms[at]
  if (firm === undefined) throw new Error('there are eight')
  return firm
}
beforeAll(async () => {
  api = await startApi()
  buyer = await api.member('buyer')
  colleague = await api.colleague(buyer.organisationId, 'owner')
  firms = await Promise.all(Array.from({ length: 8 }, () => api.member('supplier')))
  call = await publishedCall(buyer.client, { questionsUntil: inDays(3) })
  for (const { client } of firms.slice(0, 4)) await handIn(client, call)
  const answer = await firmAt(0).client.post(`/api/calls/${call.id}/questions`, { text: 'Which seals do you accept?' })
  question = (answer.body as { question: QuestionView }).question
}, 60_000)
afterAll(() => api.close())

const paths = ['', '/questions', '/seats', '/opening', '/bids', '/bid', '/decision'].map(
  (rest) => () => `/api/calls/${call.id}${rest}`,
)
const listed = ['/api/calls', '/api/calls?which=open', '/api/notifications'].map((url) => () => url)
/** All that somebody reads of the call, without the clock and a request's own number. */
const look = async ({ client }: Signed): Promise<string> => {
  const answers: unknown[] = []
  for (const url of [...paths, ...listed]) answers.push(await client.get(url()))
  return JSON.stringify(
    answers.map((one) => [(one as { status: number }).status, (one as { body: unknown }).body]),
  ).replaceAll(/"(now|requestId)":"[^"]*"|It is [^"]*/g, '')
}
/** Makes another organisation the one that asked, as if it always had been. */
const askedBy = (firm: Signed): Promise<unknown> =>
  asSystem(api.system, (tx) =>
    tx.execute(
      sql`update question_askers set organisation_id = ${firm.organisationId} where question_id = ${question.id}`,
    ),
  )
/** Those who neither asked in one world nor in the other. */
const others = async (): Promise<string[]> => {
  const looks: string[] = []
  for (const one of [buyer, colleague, ...firms.slice(2)]) looks.push(await look(one))
  return looks
}

describe('who asked', () => {
  it.each(['while it waits', 'once it is answered'])('is derived from nothing that anybody reads, %s', async (when) => {
    if (when === 'once it is answered')
      await buyer.client.post(`/api/calls/${call.id}/answers`, {
        answers: [{ questionId: question.id, version: 0, text: 'Cartridge seals.' }],
      })
    const before = await others()
    expect(before.join()).toContain('Which seals')
    await askedBy(firmAt(1))
    expect(await others()).toEqual(before)
    // What is compared does change where something differs: the asker itself sees that it asked.
    const itself = await look(firmAt(1))
    await askedBy(firmAt(0))
    expect(await look(firmAt(1))).not.toBe(itself)
  })

  it('is read past row-level security by nobody; a policy that let the buyer read it would be noticed', async () => {
    const database = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
    const actor: MemberActor = {
      kind: 'member',
      userId: buyer.userId,
      organisationId: buyer.organisationId,
      organisationKind: 'buyer',
      role: 'owner',
    }
    const rows = () =>
      asActor(database, actor, async (tx) => [...(await tx.execute(sql`select * from question_askers`))].length)
    expect(await rows()).toBe(0)
    const owner = postgres(api.url, { onnotice: () => undefined })
    await owner`create policy leak on question_askers for select to enlace_app using (acting_owns_call(call_id))`
    expect(await rows()).toBe(1)
    await owner`drop policy leak on question_askers`
    await owner.end()
    await database.close()
  })
})

describe('an answer', () => {
  it('reaches all who may bid in the same bytes, whether they asked, bid or did neither', async () => {
    const texts = new Set<string>()
    for (const { client } of [...firms, await api.member('supplier')]) {
      const { body } = await client.get(`/api/calls/${call.id}/questions`)
      texts.add(JSON.stringify(body).replaceAll(/"(now":"[^"]*"|mine":(true|false))/g, ''))
    }
    expect([...texts]).toHaveLength(1)
    expect([...texts][0]).toContain('Cartridge seals.')
  })

  it('is seen by none before its transaction ends, and then by all', async () => {
    const asked = await firmAt(2).client.post(`/api/calls/${call.id}/questions`, { text: 'Who pays the freight?' })
    const { id } = (asked.body as { question: QuestionView }).question
    const seenBy = async (): Promise<number> => {
      const lists = await Promise.all(firms.map(({ client }) => client.get(`/api/calls/${call.id}/questions`)))
      return lists.filter(({ body }) => JSON.stringify(body).includes('We pay it.')).length
    }
    const owner = postgres(api.url, { onnotice: () => undefined })
    await owner.begin(async (tx) => {
      await tx`insert into question_answers (question_id, version, text, answered_at) values (${id}, 1, 'We pay it.', clock_timestamp())`
      await tx`update questions set version = 1 where id = ${id}`
      expect(await seenBy()).toBe(0)
    })
    await owner.end()
    expect(await seenBy()).toBe(firms.length)
  })
})
