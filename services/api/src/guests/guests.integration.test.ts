import { afterAll, beforeAll, expect, it } from 'vitest'

import type { GuestView } from '@enlace/contracts'
import { asSystem, forgetGuests, settleGuest } from '@enlace/database'
import { guestsKeptDays } from '@enlace/domain'
import { hashToken } from '@enlace/identity'
import { sql } from 'drizzle-orm'

import { freshAddress, guestsOf, inviteByMail, mailsTo } from '../../test/guest-mails.ts'
import { MatchdayRun } from '../../test/matchday-people.ts'
import { startApi, type Answer, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const list = async (run: MatchdayRun): Promise<readonly GuestView[]> => (await guestsOf(run)).items
const tokensTo = async (email: string): Promise<string[]> =>
  (await mailsTo(api.system, email)).map(({ token }) => token)
async function invited(run: MatchdayRun, side?: string): Promise<string> {
  const email = freshAddress()
  await inviteByMail(run, [email], side === undefined ? {} : { side })
  const [token] = await tokensTo(email)
  if (token === undefined) throw new Error('no mail went out')
  return token
}
const spent = [410, 'invitation.spent']

it('get one mail each, also where an address is written twice or invited again', async () => {
  const run = await MatchdayRun.open(api)
  const [one, other] = [freshAddress(), freshAddress()]
  expect((await inviteByMail(run, [one, one.toUpperCase(), other])).body).toEqual({ invited: 2 })
  expect((await inviteByMail(run, [one])).body).toEqual({ invited: 0 })
  expect([(await tokensTo(one)).length, (await list(run)).length]).toEqual([1, 2])
})

it('read signed out what is public and nothing else, and say once that they do not come', async () => {
  const run = await MatchdayRun.open(api)
  const token = await invited(run)
  const nobody = api.anonymous()
  const read = await nobody.post('/api/guest-invitations/read', { token })
  expect(Object.keys(read.body as object).toSorted()).toEqual(
    ['title', 'venue', 'organiser', 'timeZone', 'startsAt', 'endsAt', 'side', 'registerBy'].toSorted(),
  )
  expect((await list(run)).map(({ state }) => state)).toEqual(['invited'])
  expect((await nobody.post('/api/guest-invitations/decline', { token })).status).toBe(204)
  expect((await list(run)).map(({ state }) => state)).toEqual(['declined'])
  const again = await nobody.post('/api/guest-invitations/decline', { token })
  const guess = await nobody.post('/api/guest-invitations/decline', { token: 'x'.repeat(43) })
  expect([codeOf(again), codeOf(guess)]).toEqual([spent, spent])
})

it('register once by a token, also when two firms use it at the same moment', async () => {
  const run = await MatchdayRun.open(api)
  const token = await invited(run)
  const firms = [await api.member('supplier'), await api.member('supplier')]
  const answers = await Promise.all(firms.map(({ client }) => client.post('/api/guest-invitations/accept', { token })))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410])
  const { items } = (await run.agency.client.get(`${run.at}/participants`)).body as { items: { state: string }[] }
  expect(items.map(({ state }) => state)).toEqual(['applied'])
  expect((await list(run)).map(({ state }) => state)).toEqual(['registered'])
})

it('answer once, also to who read the invitation while it was open', async () => {
  const token = hashToken(await invited(await MatchdayRun.open(api)))
  const settle = (answer: 'registered' | 'declined'): Promise<boolean> =>
    asSystem(api.system, (tx) => settleGuest(tx, token, answer))
  expect([await settle('registered'), await settle('declined')]).toEqual([true, false])
})

it('keep what they said when they registered before', async () => {
  const run = await MatchdayRun.open(api)
  const token = await invited(run)
  const firm = await api.member('supplier')
  await firm.client.put(`${run.at}/participation`, { away: [1], languages: ['es'], note: 'Pumps.' })
  expect((await firm.client.post('/api/guest-invitations/accept', { token })).status).toBe(200)
  const { own } = (await firm.client.get(run.at)).body as { own: object }
  expect(own).toMatchObject({ away: [1], languages: ['es'], note: 'Pumps.' })
})

it('are admitted at once where the organiser said so when it invited them', async () => {
  const run = await MatchdayRun.open(api)
  const email = freshAddress()
  await inviteByMail(run, [email], { preApproved: true })
  const [[sure], waiting] = [await tokensTo(email), await invited(run)]
  const register = async (token: string | undefined): Promise<unknown> => {
    const firm = await api.member('supplier')
    await firm.client.post('/api/guest-invitations/accept', { token })
    return ((await firm.client.get(run.at)).body as { participation: unknown }).participation
  }
  expect([await register(sure), await register(waiting)]).toEqual(['admitted', 'applied'])
})

it('refuses a firm of the other side, who leaves the invitation open', async () => {
  const run = await MatchdayRun.open(api)
  const token = await invited(run)
  const buyer = await api.member('buyer')
  expect(codeOf(await buyer.client.post('/api/guest-invitations/accept', { token }))).toEqual([
    403,
    'identity.forbidden',
  ])
  expect((await list(run)).map(({ state }) => state)).toEqual(['invited'])
})

it('are withdrawn until they answer, and may be invited anew by a new link', async () => {
  const run = await MatchdayRun.open(api)
  const email = freshAddress()
  await inviteByMail(run, [email])
  const at = `${run.at}/guests/${(await list(run))[0]?.id ?? ''}`
  expect((await run.agency.client.delete(at)).status).toBe(204)
  const [old] = await tokensTo(email)
  const nobody = api.anonymous()
  expect(codeOf(await nobody.post('/api/guest-invitations/read', { token: old }))).toEqual(spent)
  expect((await inviteByMail(run, [email])).body).toEqual({ invited: 1 })
  const [, fresh] = await tokensTo(email)
  expect(codeOf(await nobody.post('/api/guest-invitations/read', { token: old }))).toEqual(spent)
  expect((await nobody.post('/api/guest-invitations/decline', { token: fresh })).status).toBe(204)
  expect((await run.agency.client.delete(at)).status).toBe(404)
})

it('have their addresses forgotten some time after the matchday, and not before', async () => {
  const run = await MatchdayRun.open(api)
  await invited(run)
  const forget = (): Promise<number> => asSystem(api.system, (tx) => forgetGuests(tx, guestsKeptDays))
  const endedAgo = (days: number): Promise<unknown> =>
    asSystem(api.system, (tx) =>
      tx.execute(sql`update matchdays set ends_at = now() - make_interval(days => ${days}) where id = ${run.id}`),
    )
  await endedAgo(guestsKeptDays - 1)
  expect(await forget()).toBe(0)
  await endedAgo(guestsKeptDays + 1)
  expect(await forget()).toBe(1)
  expect((await list(run)).map(({ email }) => email)).toEqual([null])
})
