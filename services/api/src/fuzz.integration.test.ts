import { randomUUID } from 'node:crypto'

import { endpoint, endpoints, openApi, problemsOf, wire, type Endpoint } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { makeNeed, makeSupplier, needContent, passportContent } from '@enlace/testing'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { shotsAt, type Operation, type Shot } from '../test/fuzz-input.ts'
import { startApi, type Client, type TestApi } from '../test/test-api.ts'

/** The same requests at every run; another seed finds other ones: FUZZ_SEED=7. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20261122)
const shots = Number(process.env['FUZZ_SHOTS'] ?? 60)

const operations = Object.entries(openApi()['paths'] as Record<string, Record<string, Operation>>).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
)
const endpointOf = (name: string): Endpoint => {
  const found = endpoints.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no endpoint ${name}`)
  return found
}

let api: TestApi
let ids: readonly string[] = []
/** Someone to ask as, new for every operation, since some operations end their caller's session. */
let members: (() => Promise<Client>)[] = []
beforeAll(async () => {
  api = await startApi({ demo: true })
  api.app.get('/api/planted', (request) => {
    if (JSON.stringify(request.query).includes(String.raw`\u0000`)) throw new Error('the planted fault')
    return {}
  })
  const [buyer, other, supplier] = [await api.member('buyer'), await api.member('buyer'), await api.member('supplier')]
  const made = await asSystem(api.system, async (tx) => [
    await makeNeed(tx, buyer.organisationId, needContent()),
    await makeNeed(tx, other.organisationId, needContent({ confidentiality: 'alias' })),
    await makeSupplier(tx, 'Someone', passportContent('We mend pumps')),
  ])
  ids = [
    ...made,
    buyer.organisationId,
    other.organisationId,
    supplier.organisationId,
    buyer.userId,
    other.userId,
    randomUUID(),
  ]
  const colleague = (organisationId: typeof buyer.organisationId) => async () =>
    (await api.colleague(organisationId, 'owner')).client
  members = [colleague(buyer.organisationId), colleague(supplier.organisationId)]
}, 60_000)
afterAll(() => api.close())

/** What is wrong with the answer to one request, or null. */
async function faultOf(client: Client, asked: Endpoint, shot: Shot): Promise<string | null> {
  const cookie = [...client.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const reply = await api.app.inject({
    method: asked.method,
    url: shot.url,
    headers: { ...client.headers, cookie, ...shot.headers },
    ...(shot.payload === undefined ? {} : { payload: shot.payload }),
  })
  if (reply.statusCode >= 500) return `${reply.statusCode} ${reply.body.slice(0, 200)}`
  if (reply.statusCode < 400) {
    if (asked.download !== null) return null
    if (asked.response === undefined)
      return reply.body === '' || reply.body === 'null' ? null : 'says more than it declares'
    const body: unknown = JSON.parse(reply.body)
    const parsed = z.safeParse(asked.response, body)
    if (!parsed.success) return `answers another shape: ${JSON.stringify(parsed.error.issues).slice(0, 300)}`
    return reply.statusCode === asked.success ? null : `${reply.statusCode} is not ${asked.success}`
  }
  if (!String(reply.headers['content-type']).startsWith('application/problem+json'))
    return `${reply.statusCode} is no problem+json: ${reply.body.slice(0, 200)}`
  const told = z.safeParse(wire.problem, JSON.parse(reply.body))
  if (!told.success) return `is no problem: ${reply.body.slice(0, 200)}`
  const codes: readonly string[] = problemsOf(asked)
  return codes.includes(told.data.code) ? null : `${told.data.code} (${told.data.status}) is not declared`
}

/** Every distinct fault that some requests find, with the shortest request for each. */
async function faultsOf(asked: Endpoint, path: string, operation: Operation, count: number): Promise<string[]> {
  const found = new Map<string, string>()
  const clients = [api.anonymous(), ...(await Promise.all(members.map((member) => member())))]
  const requests = fc.sample(shotsAt(path, operation, ids), { numRuns: count, seed })
  for (const client of clients)
    for (const shot of requests) {
      const fault = await faultOf(client, asked, shot)
      const text = `${asked.method} ${JSON.stringify(shot).slice(0, 400)}`
      const known = fault === null ? undefined : found.get(fault)
      if (fault !== null && (known === undefined || text.length < known.length)) found.set(fault, text)
    }
  return [...found].map(([fault, text]) => `${fault} <- ${text}`)
}

describe(`hostile requests (seed ${seed})`, () => {
  it.each(operations)(
    '$operation.operationId answers as it declares, whatever comes',
    { timeout: 120_000 },
    async ({ path, operation }) => {
      expect(await faultsOf(endpointOf(operation.operationId), path, operation, shots)).toEqual([])
    },
  )

  it('find a planted operation that fails on a NUL', async () => {
    const planted = endpoint({
      name: 'planted',
      summary: 'Fails on a NUL.',
      noun: 'planted',
      method: 'GET',
      path: '/api/planted',
      access: 'public',
      query: z.object({ word: z.optional(z.string()) }),
      response: z.object({}),
    })
    const operation: Operation = {
      operationId: 'planted',
      parameters: [{ name: 'word', in: 'query', schema: { type: 'string' } }],
    }
    const faults = await faultsOf(planted, '/api/planted', operation, shots)
    expect(faults.map((fault) => fault.slice(0, 3))).toContain('500')
  })
})
