import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { GuestView } from '@enlace/contracts'
import { asActor, asSystem, noteGuestRefusal, openDatabase } from '@enlace/database'
import { asId, reminderDays, type MailId, type MemberActor } from '@enlace/domain'

import { freshAddress, guestsOf, inviteByMail, mailsTo } from '../../test/guest-mails.ts'
import { MatchdayRun } from '../../test/matchday-people.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const list = async (run: MatchdayRun): Promise<readonly GuestView[]> => (await guestsOf(run)).items
const remind = (run: MatchdayRun): Promise<Answer> => run.agency.client.post(`${run.at}/guests/reminders`, {})
const readWith = async (token: string): Promise<number> =>
  (await api.anonymous().post('/api/guest-invitations/read', { token })).status
/** Puts what guests were told back by so many days, since no test waits for them. */
const goBack = (run: MatchdayRun, days: number): Promise<unknown> =>
  asSystem(api.system, (tx) =>
    tx.execute(sql`
      update matchday_guests set invited_at = invited_at - make_interval(days => ${days}), reminded_at = reminded_at - make_interval(days => ${days})
      where matchday_id = ${run.id}`),
  )

it('remind who has not answered, some days after the last they heard, and say when it is possible again', async () => {
  const run = await MatchdayRun.open(api)
  const [silent, declined] = [freshAddress(), freshAddress()]
  await inviteByMail(run, [silent, declined])
  const [mail] = await mailsTo(api.system, declined)
  await api.anonymous().post('/api/guest-invitations/decline', { token: mail?.token })
  const early = await remind(run)
  const [told] = (await list(run)).filter(({ state }) => state === 'invited')
  const next = new Date(Date.parse(told?.invitedAt ?? '') + reminderDays * 86_400_000).toISOString()
  expect([codeOf(early), early.body]).toMatchObject([[409, 'guest.reminded'], { faults: [{ message: next }] }])
  await goBack(run, reminderDays)
  expect((await remind(run)).body).toEqual({ reminded: 1 })
  expect([(await mailsTo(api.system, silent)).length, (await mailsTo(api.system, declined)).length]).toEqual([2, 1])
  expect(codeOf(await remind(run))).toEqual([409, 'guest.reminded'])
})

it('remind each once, also when two press at the same moment', async () => {
  const run = await MatchdayRun.open(api)
  const emails = [freshAddress(), freshAddress()]
  await inviteByMail(run, emails)
  await goBack(run, reminderDays)
  const answers = await Promise.all([remind(run), remind(run), remind(run)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  expect(await Promise.all(emails.map(async (email) => (await mailsTo(api.system, email)).length))).toEqual([2, 2])
})

it('lead by either mail to the same invitation, until it is answered', async () => {
  const run = await MatchdayRun.open(api)
  const email = freshAddress()
  await inviteByMail(run, [email])
  await goBack(run, reminderDays)
  await remind(run)
  const [first, second] = await mailsTo(api.system, email)
  expect([first?.token === second?.token, second?.subject]).toEqual([
    false,
    expect.stringContaining('espera su respuesta'),
  ])
  expect([await readWith(first?.token ?? ''), await readWith(second?.token ?? '')]).toEqual([200, 200])
  await api.anonymous().post('/api/guest-invitations/decline', { token: first?.token })
  expect(await readWith(second?.token ?? '')).toBe(410)
  expect(codeOf(await remind(run))).toEqual([409, 'guest.none-waits'])
})

it('remind firms on Enlace by the event that tells them', async () => {
  const run = await MatchdayRun.open(api)
  const firm = await api.member('supplier')
  await run.agency.client.post(`${run.at}/guests/firms`, { firms: [firm.organisationId] })
  await goBack(run, reminderDays)
  expect((await remind(run)).body).toEqual({ reminded: 1 })
  const told = await asSystem(api.system, (tx) =>
    tx.execute<{ again: boolean }>(sql`
      select (payload ->> 'again')::boolean as again from events
      where name = 'firms.invited' and payload ->> 'matchdayId' = ${run.id} order by id`),
  )
  expect(told.map(({ again }) => again)).toEqual([false, true])
})

it('that came back are shown, not sent again, and mended by another address whose link replaces the old', async () => {
  const run = await MatchdayRun.open(api)
  const [wrong, right, other] = [freshAddress(), freshAddress(), freshAddress()]
  await inviteByMail(run, [wrong, other])
  const [old] = await mailsTo(api.system, wrong)
  const refuse = (id: MailId | undefined) =>
    asSystem(api.system, (tx) => noteGuestRefusal(tx, id ?? asId<MailId>(run.id), '550 5.1.1'))
  expect(await refuse(old?.id)).toEqual({ matchdayId: run.id, organisationId: run.agency.organisationId })
  expect(await refuse(old?.id)).toBeNull()
  const [guest] = (await list(run)).filter(({ undelivered }) => undelivered)
  expect(guest?.email).toBe(wrong)
  await goBack(run, reminderDays)
  expect((await remind(run)).body).toEqual({ reminded: 1 })
  const mend = (email: string): Promise<Answer> =>
    run.agency.client.put(`${run.at}/guests/${guest?.id ?? ''}/address`, { email })
  expect(codeOf(await mend(other))).toEqual([409, 'guest.invited'])
  expect((await mend(right)).status).toBe(204)
  const [fresh] = await mailsTo(api.system, right)
  expect([await readWith(old?.token ?? ''), await readWith(fresh?.token ?? '')]).toEqual([410, 200])
  // What becomes of the mail to the old address says nothing of the new one.
  expect(await refuse(old?.id)).toBeNull()
  expect((await list(run)).filter(({ undelivered }) => undelivered)).toEqual([])
  await api.anonymous().post('/api/guest-invitations/decline', { token: fresh?.token })
  expect(codeOf(await mend(freshAddress()))).toEqual([404, 'thing.not-found'])
})

it('that were withdrawn lead nowhere, also when the guest is invited anew', async () => {
  const run = await MatchdayRun.open(api)
  const email = freshAddress()
  await inviteByMail(run, [email])
  const [guest] = await list(run)
  await run.agency.client.delete(`${run.at}/guests/${guest?.id ?? ''}`)
  await inviteByMail(run, [email])
  const [old, fresh] = await mailsTo(api.system, email)
  expect([await readWith(old?.token ?? ''), await readWith(fresh?.token ?? '')]).toEqual([410, 200])
})

it('have links that only their own organiser can end', async () => {
  const [run, other] = [await MatchdayRun.open(api), await MatchdayRun.open(api)]
  await inviteByMail(run, [freshAddress()])
  const app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
  const end = ({ userId, organisationId }: Signed): Promise<number> => {
    const actor: MemberActor = { kind: 'member', userId, organisationId, organisationKind: 'agency', role: 'owner' }
    return asActor(app, actor, async (tx) => {
      const gone = await tx.execute(sql`delete from matchday_guest_tokens returning hash`)
      return gone.length
    })
  }
  expect([await end(other.agency), await end(run.agency)]).toEqual([0, 1])
  await app.close()
})
