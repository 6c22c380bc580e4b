import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'

import { asSystem, openDatabase, type Database, type Transaction } from '@enlace/database'
import {
  asId,
  type Actor,
  type OrganisationId,
  type OrganisationKind,
  type SessionId,
  type UserId,
} from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, needContent, testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'

import type { ServerFrame } from '@enlace/contracts'

import { buildRealtime } from './app.ts'
import { presenceEveryMs } from './channel.ts'
import { openHub, type Hub } from './hub.ts'

const origin = 'http://enlace.test'
const log = createLog('realtime-test', 'silent')
const missing = '0190a000-0000-7000-8000-000000000000'
const kinds = {
  buyer: 'buyer',
  rival: 'buyer',
  supplier: 'supplier',
  stranger: 'supplier',
  agency: 'agency',
  idle: 'agency',
  platform: 'platform',
} as const satisfies Record<string, OrganisationKind>
type Organised = keyof typeof kinds

let database: Database
let hub: Hub
let close: () => Promise<unknown>
let url = ''
let topics: Readonly<Record<string, string>> = {}
const actors = new Map<string, Actor>()

const userId = asId<UserId>('00000000-0000-7000-8000-00000000000a')
/** An open call of the buyer's, which the agency opens and the supplier bid for. */
async function makeCall(tx: Transaction, made: ReadonlyMap<Organised, OrganisationId>): Promise<string> {
  const id = randomUUID()
  const content = { kind: 'rfq', title: 'Seals', access: 'open', sealing: 'plain', deadline: '2100-01-01T00:00:00Z' }
  await tx.execute(sql`
    insert into calls (id, organisation_id, state, version, content)
    values (${id}, ${made.get('buyer')}, 'published', 1, ${JSON.stringify(content)}::jsonb)`)
  await tx.execute(sql`
    insert into call_seats (id, call_id, seat, email, user_id, organisation_id, accepted_at)
    values (${randomUUID()}, ${id}, 'opener', 'opener@agency.example', ${userId}, ${made.get('agency')}, now())`)
  await tx.execute(sql`
    insert into bids (id, call_id, organisation_id, state, revision, call_version, submitted_by, received_at, digest)
    values (${randomUUID()}, ${id}, ${made.get('supplier')}, 'submitted', 1, 1, ${userId}, now(), '')`)
  return id
}

/** An open matchday of the agency's, to which the rival, a buyer, and the supplier are admitted; the stranger waits for it. */
async function makeMatchday(tx: Transaction, made: ReadonlyMap<Organised, OrganisationId>): Promise<string> {
  const id = randomUUID()
  await tx.execute(sql`
    insert into matchdays (id, organisation_id, state, content, starts_at) values (${id}, ${made.get('agency')}, 'open', '{}', now())`)
  for (const [name, side, state] of [
    ['rival', 'host', 'admitted'],
    ['supplier', 'visitor', 'admitted'],
    ['stranger', 'visitor', 'applied'],
  ] as const)
    await tx.execute(sql`
      insert into matchday_participants (id, matchday_id, organisation_id, side, state)
      values (${randomUUID()}, ${id}, ${made.get(name)}, ${side}, ${state})`)
  return id
}

beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 4 })
  const organisations = await asSystem(database, async (tx) => {
    const made = new Map<Organised, OrganisationId>()
    for (const name of Object.keys(kinds) as Organised[]) made.set(name, await makeOrganisation(tx, kinds[name], name))
    const buyer = made.get('buyer') ?? asId<OrganisationId>('')
    const matchday = await makeMatchday(tx, made)
    topics = {
      hosts: `hosts:${matchday}`,
      visitors: `visitors:${matchday}`,
      'missing hosts': `hosts:${missing}`,
      board: `board:${matchday}`,
      'missing board': `board:${missing}`,
      'own need': `need:${await makeNeed(tx, buyer, needContent())}`,
      'aliased need': `need:${await makeNeed(tx, buyer, needContent({ confidentiality: 'alias' }))}`,
      'missing need': `need:${missing}`,
      'own call': `call:${await makeCall(tx, made)}`,
      'missing call': `call:${missing}`,
      'missing organisation': `organisation:${missing}`,
      ...Object.fromEntries([...made].map(([name, id]) => [name, `organisation:${id}`])),
    }
    return made
  })
  actors.set('person', { kind: 'person', userId })
  for (const [name, organisationId] of organisations)
    actors.set(name, { kind: 'member', userId, organisationId, organisationKind: kinds[name], role: 'owner' })
  hub = await openHub({ database, log, lookEveryMs: 1000 })
  const { app } = await buildRealtime({
    database,
    log,
    hub,
    origin,
    readSession: async (request) => {
      const actor = actors.get(String(request.headers.cookie))
      return actor === undefined ? null : { sessionId: asId<SessionId>(String(request.headers.cookie)), actor }
    },
    readActors: async (ids) => new Map(ids.flatMap((id) => [[id, actors.get(id) ?? { kind: 'anonymous' }] as const])),
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  url = `ws://127.0.0.1:${(app.server.address() as AddressInfo).port}/live`
  close = () => app.close()
})
afterAll(async () => {
  await close()
  hub.close()
  await database.close()
})

/** Sends frames in one socket and waits for as many answers or its end. */
function exchange(as: string, frames: readonly (string | Buffer)[]): Promise<{ answers: ServerFrame[]; code: number }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers: { origin, cookie: as } })
    const answers: ServerFrame[] = []
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as ServerFrame
      if (frame.kind !== 'presence') answers.push(frame)
      if (answers.length === frames.length) socket.close(1000)
    })
    socket.on('open', () => {
      for (const frame of frames) socket.send(frame)
    })
    socket.on('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))))
    socket.on('error', () => undefined)
    socket.on('close', (code) => resolve({ answers, code }))
  })
}

describe('a topic', () => {
  it('is heard by those it belongs to alone, and to others is the same as one that is not there', async () => {
    const heard: string[] = []
    const refusals = new Set<string>()
    for (const name of actors.keys()) {
      const asked = Object.values(topics).map((topic) => JSON.stringify({ kind: 'subscribe', topic }))
      const { answers } = await exchange(name, asked)
      for (const [topic, of] of Object.entries(topics)) {
        const answer = answers.find((frame) => 'topic' in frame && frame.topic === of)
        if (answer?.kind === 'subscribed') heard.push(`${name} hears ${topic}`)
        else if (answer?.kind === 'error') refusals.add(`${answer.code} ${answer.detail}`)
        else refusals.add(`no answer to ${name} about ${topic}`)
      }
    }
    expect(heard.toSorted()).toEqual(
      [
        'buyer hears own need',
        'buyer hears aliased need',
        'buyer hears own call',
        // Who opens, though of another organisation; who bids does not.
        'agency hears own call',
        'agency hears board',
        'rival hears hosts',
        'supplier hears visitors',
        ...Object.keys(kinds).map((name) => `${name} hears ${name}`),
      ].toSorted(),
    )
    expect([...refusals]).toEqual(['thing.not-found There is no such topic, or it is not yours to hear.'])
    await expect(exchange('anonymous', ['{}'])).rejects.toThrow('401')
  })
})

describe('a side of a matchday', () => {
  it('is not told how many of it are there, while a call says who is', async () => {
    const counts = async (as: string, topic = ''): Promise<number> => {
      const socket = new WebSocket(url, { headers: { origin, cookie: as } })
      let told = 0
      socket.on(
        'message',
        (data: Buffer) => (told += Number((JSON.parse(data.toString()) as ServerFrame).kind === 'presence')),
      )
      await new Promise((resolve) => socket.once('open', resolve))
      socket.send(JSON.stringify({ kind: 'subscribe', topic }))
      await new Promise((resolve) => setTimeout(resolve, 4 * presenceEveryMs))
      socket.close()
      return told
    }
    expect(await counts('supplier', topics['visitors'])).toBe(0)
    expect(await counts('agency', topics['own call'])).toBeGreaterThan(0)
  })
})

const bad = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string({ maxLength: 200 }),
  fc.constantFrom(
    '',
    '\u0000',
    '{"kind":"subscribe"}',
    '{"kind":"subscribe","topic":"need:------------------------------------"}',
    '{"kind":"subscribe","topic":"need:\\u0000"}',
    `{"kind":"subscribe","topic":"need:${missing}","since":{"epoch":"\\u0000","seq":1e400}}`,
    `{"kind":"subscribe","topic":"need:${missing}"}`,
    '{"kind":"ping","at":"now"}',
    '{"kind":"ping","at":1e999}',
    '{"__proto__":{"kind":"ping","at":1}}',
    '[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]',
    `${'['.repeat(1900)}${']'.repeat(1900)}`,
    `"${'x'.repeat(4000)}"`,
  ),
)

describe('2,000 bad frames', () => {
  it('are each answered with an error, and the process lives on', { timeout: 120_000 }, async () => {
    const seed = 20261122
    const frames = fc.sample(bad, { numRuns: 2000, seed })
    const kindsOfAnswers = new Set<string>()
    let answered = 0
    for (let from = 0; from < frames.length; from += 80) {
      const { answers, code } = await exchange('buyer', frames.slice(from, from + 80))
      expect([seed, from, code]).toEqual([seed, from, 1000])
      answered += answers.length
      for (const frame of answers) kindsOfAnswers.add(frame.kind === 'error' ? frame.code : frame.kind)
    }
    expect(answered).toBe(2000)
    expect([...kindsOfAnswers].toSorted()).toEqual(['input.invalid', 'thing.not-found'])
    // The control: a good frame is still a good frame.
    const { answers } = await exchange('buyer', ['{"kind":"ping","at":1}'])
    expect(answers).toEqual([{ kind: 'pong', at: 1 }])
  })

  it.each([
    ['too large', 'x'.repeat(5000), 1009],
    ['not UTF-8', Buffer.from([0xff, 0xfe, 0xfd]), 1000],
  ])('one that is %s harms only its own socket', async (_name, frame, code) => {
    expect((await exchange('buyer', [frame])).code).toBe(code)
    expect((await exchange('rival', ['{"kind":"ping","at":2}'])).answers).toEqual([{ kind: 'pong', at: 2 }])
  })
})
