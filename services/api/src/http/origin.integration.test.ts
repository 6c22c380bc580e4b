import { afterAll, beforeAll, expect, it } from 'vitest'

import { origin, startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const name = { name: 'Renamed' }

it.each([
  ['null', 'null'],
  ['empty', ''],
  ['another host', 'https://evil.example'],
  ['ours as a prefix', `${origin}.evil.example`],
  ['ours as a suffix', 'http://evil-127.0.0.1:4000'],
  ['ours as a name and password', 'http://127.0.0.1:4000@evil.example'],
  ['another port', 'http://127.0.0.1:4001'],
  ['no port', 'http://127.0.0.1'],
  ['another scheme', 'https://127.0.0.1:4000'],
  ['a trailing slash', `${origin}/`],
  ['a path', `${origin}/api`],
  ['capitals', 'HTTP://127.0.0.1:4000'],
  ['localhost', 'http://localhost:4000'],
  ['a look-alike with full-width digits', 'http://１２７.0.0.1:4000'],
  ['two origins', `${origin}, https://evil.example`],
])('a change with the Origin %s is refused before anything happens', async (_, bad) => {
  const { client, organisationId } = await api.member('buyer')
  const before = await client.get(`/api/organisations/${organisationId}`)
  const answer = await client.send('PATCH', `/api/organisations/${organisationId}`, name, {
    origin: Buffer.from(bad).toString('latin1'),
  })
  expect(answer).toMatchObject({ status: 403, body: { code: 'identity.origin' } })
  expect((await client.get(`/api/organisations/${organisationId}`)).body).toEqual(before.body)
})

it('a change with our Origin goes through, and one with a cookie but no Origin does not', async () => {
  const { client, organisationId } = await api.member('buyer')
  expect(await client.patch(`/api/organisations/${organisationId}`, name)).toMatchObject({
    status: 200,
    body: { name: 'Renamed' },
  })
  client.headers = {}
  expect(await client.patch(`/api/organisations/${organisationId}`, { name: 'Other' })).toMatchObject({
    status: 403,
    body: { code: 'identity.origin' },
  })
  expect(await client.get(`/api/organisations/${organisationId}`)).toMatchObject({
    status: 200,
    body: { name: 'Renamed' },
  })
})

it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'a change sent as %s, as a form could, is refused',
  async (type) => {
    const { client, organisationId } = await api.member('buyer')
    const answer = await client.send('PATCH', `/api/organisations/${organisationId}`, JSON.stringify(name), {
      'content-type': type,
    })
    expect(answer).toMatchObject({ status: 415, body: { code: 'input.media-type' } })
  },
)
