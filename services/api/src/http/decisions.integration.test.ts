import { endpoint, type EventName } from '@enlace/contracts'
import { openDatabase, type Database } from '@enlace/database'
import {
  asId,
  Problem,
  problemStatus,
  type MemberActor,
  type NeedId,
  type OrganisationId,
  type UserId,
} from '@enlace/domain'
import { testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { auditKey } from '../../test/test-api.ts'
import { openSigner } from '../audit/audit-signer.ts'
import { Denied } from '../audit/denied.ts'
import { createMount } from './mount.ts'
import { problemBody, toProblem } from './problems.ts'

const organisationId = asId<OrganisationId>('0190a000-0000-7000-8000-00000000000a')
const needId = asId<NeedId>('0190a000-0000-7000-8000-00000000000b')
const actor: MemberActor = {
  kind: 'member',
  userId: asId<UserId>('0190a000-0000-7000-8000-00000000000c'),
  ...{ organisationId, organisationKind: 'buyer', role: 'owner' },
}
const operation = (name: string) =>
  endpoint({
    name,
    summary: name,
    noun: 'needs',
    method: 'POST',
    path: `/api/${name}`,
    access: 'member',
    response: z.object({ index: z.int() }),
  })

let app: FastifyInstance
let database: Database
let system: Database
beforeAll(async () => {
  const url = await testDatabase()
  ;[database, system] = [openDatabase({ url, role: 'enlace_app' }), openDatabase({ url, role: 'enlace_system' })]
  app = fastify()
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error)
    return reply.code(problemStatus[problem.code]).send(problemBody(problem, request.id))
  })
  const mount = createMount({
    app,
    database,
    readActor: () => Promise.resolve(actor),
    demo: false,
    signer: openSigner(auditKey),
  })
  const closed = { needId, organisationId, version: 1 }
  mount.inTransaction(operation('decide'), async ({ record, audit }) => {
    await record('need.closed', closed)
    const { index } = await audit('need.closed', { needId }, {})
    return { index }
  })
  mount.inTransaction(operation('forget'), async ({ record }) => {
    await record('need.closed', closed)
    return { index: 0 }
  })
  mount.inTransaction(operation('mistake'), async ({ record, audit }) => {
    await record('need.closed', closed)
    return { index: (await audit('need.published', { needId }, {})).index }
  })
  mount.inTransaction(operation('touch'), async ({ record }) => {
    await record('need.drafted', closed)
    return { index: 0 }
  })
  mount.inTransaction(operation('peek'), async ({ audit }) => {
    await audit('need.published', { needId }, {})
    throw new Denied(new Problem('thing.not-found', 'There is no such thing.'), { organisationId, subject: { needId } })
  })
  mount.open(operation('peep'), () =>
    Promise.reject(
      new Denied(new Problem('identity.forbidden', 'Not yours.'), { organisationId, subject: { needId } }),
    ),
  )
})
afterAll(() => Promise.all([app.close(), database.close(), system.close()]))

const kept = async (): Promise<{ events: EventName[]; acts: string[] }> => {
  const [row] = await system.drizzle.execute<{ events: EventName[]; acts: string[] }>(sql`
    select coalesce((select json_agg(name order by occurred_at) from events), '[]') as events,
      coalesce((select json_agg(act order by index) from audit_entries), '[]') as acts`)
  return row ?? { events: [], acts: [] }
}
const ask = async (name: string): Promise<number> =>
  (await app.inject({ method: 'POST', url: `/api/${name}` })).statusCode

it('keeps a decision with its entry, and none without: neither where it was forgotten nor where another was written', async () => {
  expect(await ask('decide')).toBe(200)
  const once = { events: ['need.closed'], acts: ['need.closed'] }
  expect(await kept()).toEqual(once)
  expect(await ask('forget')).toBe(500)
  expect(await ask('mistake')).toBe(500)
  expect(await kept()).toEqual(once)
})

it('asks for no entry where nothing was decided', async () => {
  expect(await ask('touch')).toBe(200)
  expect(await kept()).toEqual({ events: ['need.closed', 'need.drafted'], acts: ['need.closed'] })
})

it('writes down a refused attempt although all that the request did is rolled back', async () => {
  expect([await ask('peek'), await ask('peep')]).toEqual([404, 403])
  expect((await kept()).acts).toEqual(['need.closed', 'audit.denied', 'audit.denied'])
  const [row] = await system.drizzle.execute<{ body: string; facts: string }>(
    sql`select body, facts from audit_entries join audit_facts using (index) where index = 1`,
  )
  expect(JSON.parse(row?.body ?? '')).toMatchObject({
    organisation: organisationId,
    subject: { needId, fromId: organisationId },
  })
  expect(JSON.parse(row?.facts ?? '')).toEqual({ operation: 'peek', code: 'thing.not-found' })
})

it('answers that it is away rather than refuse an attempt that cannot be written down', async () => {
  const away = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing', role: 'enlace_app', maxConnections: 1 })
  const other = fastify()
  other.setErrorHandler((error, request, reply) =>
    reply.code(problemStatus[toProblem(error).code]).send(problemBody(toProblem(error), request.id)),
  )
  createMount({
    app: other,
    database: away,
    readActor: () => Promise.resolve(actor),
    demo: false,
    signer: openSigner(auditKey),
  }).open(operation('peep'), () =>
    Promise.reject(
      new Denied(new Problem('identity.forbidden', 'Not yours.'), { organisationId, subject: { needId } }),
    ),
  )
  expect((await other.inject({ method: 'POST', url: '/api/peep' })).statusCode).toBe(503)
  await Promise.all([other.close(), away.close()])
})
