import { afterAll, beforeAll, expect, it } from 'vitest'

import { startApi, type TestApi } from '../../test/test-api.ts'

let demo: TestApi
let real: TestApi
beforeAll(async () => {
  demo = await startApi({ demo: true })
  real = await startApi()
})
afterAll(() => Promise.all([demo.close(), real.close()]))

it.each([
  ['buyer', 'buyer'],
  ['supplier', 'supplier'],
  ['agency', 'agency'],
  ['admin', 'platform'],
])('one click signs in as %s of the demo, the same person each time', async (as, kind) => {
  const first = demo.anonymous()
  const second = demo.anonymous()
  expect(await first.post('/api/demo/sign-in', { as })).toMatchObject({ status: 200, body: { next: 'done' } })
  expect(await second.post('/api/demo/sign-in', { as })).toMatchObject({ status: 200, body: { next: 'done' } })
  const session = await first.get('/api/session')
  expect(session).toMatchObject({ body: { demo: true, role: 'owner', organisation: { kind } } })
  expect((await second.get('/api/session')).body).toEqual(session.body)
})

it('outside a demo neither the click nor the mailbox exists', async () => {
  const client = real.anonymous()
  expect(await client.post('/api/demo/sign-in', { as: 'admin' })).toMatchObject({
    status: 404,
    body: { code: 'route.not-found' },
  })
  expect(await client.get('/api/mailbox')).toMatchObject({ status: 404, body: { code: 'route.not-found' } })
  expect((await client.get('/api/session')).body).toEqual({
    person: null,
    organisation: null,
    role: null,
    organisations: [],
    demo: false,
    locale: null,
  })
})

it('the mailbox shows the demo its mail, newest first, page by page', async () => {
  const client = demo.anonymous()
  for (const name of ['one', 'two', 'three'])
    await client.post('/api/sign-in/link', { email: `${name}@mail.example`, locale: 'es' })
  const first = (await client.get('/api/mailbox?limit=2')).body as {
    items: { recipient: string; subject: string }[]
    next: string
  }
  expect(first.items.map((mail) => mail.recipient)).toEqual(['three@mail.example', 'two@mail.example'])
  expect(first.items[0]?.subject).toBe('Su enlace para entrar')
  const rest = (await client.get(`/api/mailbox?limit=2&cursor=${first.next}`)).body as {
    items: { recipient: string }[]
    next: null
  }
  expect([rest.items.map((mail) => mail.recipient), rest.next]).toEqual([['one@mail.example'], null])
})

it('a sign-in beyond the allowance says when to come again', async () => {
  const client = real.anonymous()
  const answers = []
  for (let n = 0; n < 6; n += 1)
    answers.push(await client.post('/api/sign-in', { email: 'who@mail.example', password: 'not the password' }))
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429])
  expect(answers.at(-1)?.body).toMatchObject({ code: 'identity.rate-limited' })
  expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(100)
})
