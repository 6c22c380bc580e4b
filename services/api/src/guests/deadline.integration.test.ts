import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { MatchdayView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'

import { freshAddress, inviteByMail, mailsTo } from '../../test/guest-mails.ts'
import { meetTheBuyers, MatchdayRun } from '../../test/matchday-people.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const firstSession = '2030-05-06T13:00:00.000Z'
const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const register = (run: MatchdayRun, { client }: Signed, note = ''): Promise<Answer> =>
  client.put(`${run.at}/participation`, { note })
/** Lets the deadline pass, since no test waits for it. */
const pass = (run: MatchdayRun): Promise<unknown> =>
  asSystem(api.system, (tx) =>
    tx.execute(sql`
      update matchdays set content = content || jsonb_build_object('registerBy', clock_timestamp() - interval '1 second')
      where id = ${run.id}`),
  )
const late = [409, 'matchday.late']

it('a firm registers until the deadline, and learns afterwards whom to ask', async () => {
  const run = await MatchdayRun.open(api, { registerBy: firstSession })
  const [early, tardy] = [await api.member('supplier'), await api.member('supplier')]
  expect((await register(run, early)).status).toBe(200)
  await pass(run)
  const refused = await register(run, tardy)
  const { organiser } = (await tardy.client.get(run.at)).body as MatchdayView
  expect([codeOf(refused), refused.body]).toMatchObject([late, { faults: [{ message: organiser.name }] }])
  expect(await register(run, early, 'Pumps.')).toMatchObject({ status: 200, body: { note: 'Pumps.' } })
  await early.client.post(`${run.at}/participation/withdraw`, {})
  expect(codeOf(await register(run, early))).toEqual(late)
})

it('the organiser lets firms in after the deadline, at the door and by its table, and can put it off', async () => {
  const run = await MatchdayRun.open(api, { registerBy: firstSession })
  const [atDoor, listed, tardy] = [
    await api.member('supplier'),
    await api.member('supplier'),
    await api.member('supplier'),
  ]
  await pass(run)
  const walkedIn = await run.agency.client.post(`${run.at}/walk-ins`, {
    firm: { id: atDoor.organisationId },
    holder: '',
  })
  expect(walkedIn.status).toBe(201)
  const table = `id,name\n${listed.organisationId},\n`
  const headers = { 'content-type': 'text/csv' }
  const imported = await run.agency.client.send('POST', `${run.at}/participants/import?dryRun=false`, table, headers)
  expect(imported).toMatchObject({ status: 200, body: { created: 1, failed: 0 } })
  const { revision, content } = (await run.agency.client.get(run.at)).body as MatchdayView
  const put = await run.agency.client.put(run.at, { revision, content: { ...content, registerBy: firstSession } })
  expect([put.status, (await register(run, tardy)).status]).toEqual([200, 200])
})

it('a guest of a mail is late like anybody, and its invitation stays open', async () => {
  const run = await MatchdayRun.open(api, { registerBy: firstSession })
  const email = freshAddress()
  await inviteByMail(run, [email])
  const token = (await mailsTo(api.system, email))[0]?.token
  await pass(run)
  const firm = await api.member('supplier')
  expect(codeOf(await firm.client.post('/api/guest-invitations/accept', { token }))).toEqual(late)
  expect((await api.anonymous().post('/api/guest-invitations/read', { token })).status).toBe(200)
})

it('nobody is invited after the deadline', async () => {
  const run = await MatchdayRun.open(api, { registerBy: firstSession })
  await pass(run)
  const firm = await api.member('supplier')
  const picked = await run.agency.client.post(`${run.at}/guests/firms`, { firms: [firm.organisationId] })
  expect(codeOf(picked)).toEqual(late)
})

it('lies before the first session, when it is announced and when it is put off', async () => {
  const agency = await api.member('agency')
  const content = { ...meetTheBuyers, registerBy: '2030-05-06T13:00:01.000Z' }
  const { id } = (await agency.client.post('/api/matchdays', { content })).body as MatchdayView
  const opened = await agency.client.post(`/api/matchdays/${id}/state`, { to: 'open' })
  const path = 'body.content.registerBy'
  expect([codeOf(opened), opened.body]).toMatchObject([[422, 'matchday.incomplete'], { faults: [{ path }] }])
  const run = await MatchdayRun.open(api, {}, agency)
  const saved = await agency.client.put(run.at, { revision: 1, content })
  expect([codeOf(saved), saved.body]).toMatchObject([[422, 'matchday.deadline'], { faults: [{ path }] }])
})
