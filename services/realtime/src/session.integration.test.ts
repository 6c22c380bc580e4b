import type { AddressInfo } from 'node:net'

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'

import { asSystem, deleteSession, openDatabase, type Database } from '@enlace/database'
import type { OrganisationId, SessionId, UserId } from '@enlace/domain'
import { openSession, type IdentitySettings } from '@enlace/identity'
import { createLog } from '@enlace/runtime'
import { makeMember, makeOrganisation, testDatabase } from '@enlace/testing'

import { buildRealtime } from './app.ts'
import { openHub, type Hub } from './hub.ts'
import { openPeople } from './people.ts'
import { closeCodes } from './subscriber.ts'

const log = createLog('realtime-test', 'silent')
const origin = 'http://enlace.test'
let database: Database
let people: Database
let settings: IdentitySettings
let hub: Hub
let url: string
let close: () => Promise<void>
let organisationId: OrganisationId

beforeAll(async () => {
  const databaseUrl = await testDatabase()
  database = openDatabase({ url: databaseUrl, role: 'enlace_system', maxConnections: 4 })
  people = openDatabase({ url: databaseUrl, role: 'enlace_identity', maxConnections: 4 })
  settings = { database: people, secret: 'a secret for tests, long enough to sign', publicUrl: origin }
  organisationId = await asSystem(database, (tx) => makeOrganisation(tx, 'buyer'))
  hub = await openHub({ database, log, lookEveryMs: 100 })
  const own = openPeople({ DATABASE_URL: databaseUrl, SECRET: settings.secret, PUBLIC_URL: origin })
  const { app } = await buildRealtime({
    database,
    log,
    hub,
    origin,
    ...own,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  url = `ws://127.0.0.1:${(app.server.address() as AddressInfo).port}/live`
  close = async () => {
    await app.close()
    await own.close()
  }
})
afterAll(async () => {
  await close()
  hub.close()
  await Promise.all([database.close(), people.close()])
})

type Open = {
  readonly userId: UserId
  readonly sessionId: SessionId
  readonly ended: Promise<{ code: number; afterMs: number }>
}

/** Opens a member's socket with a real cookie; `ended` tells how and how long after the call it closed. */
async function openSocket(): Promise<Open> {
  const userId = await asSystem(database, (tx) => makeMember(tx, organisationId, 'owner'))
  const visitor = { cookie: undefined, address: '127.0.0.1', userAgent: 'test' }
  const { value: sessionId, cookies } = await openSession(settings, userId, visitor)
  const socket = new WebSocket(url, { headers: { origin, cookie: cookies[0]?.split(';')[0] ?? '' } })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const openedAt = performance.now()
  const ended = new Promise<{ code: number; afterMs: number }>((resolve) => {
    socket.once('close', (code) => resolve({ code, afterMs: performance.now() - openedAt }))
  })
  return { userId, sessionId, ended }
}

it('the socket of a revoked session closes within five seconds', async () => {
  const { userId, sessionId, ended } = await openSocket()
  await asSystem(people, (tx) => deleteSession(tx, userId, sessionId))
  const { code, afterMs } = await ended
  expect(code).toBe(closeCodes.session)
  expect(afterMs).toBeLessThan(5000)
})

it('the socket of a member who is removed or given another role closes within five seconds', async () => {
  const [removed, changed] = [await openSocket(), await openSocket()]
  await asSystem(database, async (tx) => {
    await tx.execute(sql`delete from members where user_id = ${removed.userId}`)
    await tx.execute(sql`update members set role = 'auditor' where user_id = ${changed.userId}`)
  })
  const ends = await Promise.all([removed.ended, changed.ended])
  expect(ends.map(({ code }) => code)).toEqual([closeCodes.rights, closeCodes.rights])
  expect(Math.max(...ends.map(({ afterMs }) => afterMs))).toBeLessThan(5000)
})
