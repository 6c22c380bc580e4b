import type { AddressInfo } from 'node:net'

import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'

import type { Position, Ranking, ServerFrame } from '@enlace/contracts'
import {
  asSystem,
  claimUnpublished,
  noteLive,
  openDatabase,
  markPublished,
  record,
  type Database,
  type NumberedNote,
} from '@enlace/database'
import {
  asId,
  type Actor,
  type MemberActor,
  type NeedId,
  type OrganisationId,
  type SessionId,
  type UserId,
} from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, needContent, testDatabase } from '@enlace/testing'

import { buildRealtime } from './app.ts'
import { presenceEveryMs } from './channel.ts'
import { openHub, type Hub } from './hub.ts'
import { closeCodes, type Subscriber } from './subscriber.ts'

const log = createLog('realtime-test', 'silent')
const origin = 'http://enlace.test'
const sessionOf = (name: string): SessionId => asId<SessionId>(name)
const memberOf = (organisationId: OrganisationId): MemberActor => ({
  kind: 'member',
  userId: asId<UserId>('00000000-0000-7000-8000-00000000000a'),
  organisationId,
  organisationKind: 'buyer',
  role: 'owner',
})

let database: Database
let hub: Hub
let close: () => Promise<void>
let url: string
let listening: ReadonlySet<Subscriber>
let buyer: OrganisationId
let rival: OrganisationId
let needId: NeedId
/** Sessions as the identity service would tell them; a test ends one by deleting it. */
const actors = new Map<SessionId, Actor>()
const opened: WebSocket[] = []
/** What happens between the moment at which sessions are looked up and that at which the answer is there. */
let answering: (() => Promise<unknown>) | null = null

async function openRealtime(from: Database) {
  const opening = await openHub({ database: from, log, lookEveryMs: 100 })
  const { app, subscribers } = await buildRealtime({
    database: from,
    log,
    hub: opening,
    origin,
    readSession: async (request) => {
      const sessionId = sessionOf(String(request.headers.cookie))
      const actor = actors.get(sessionId)
      return actor === undefined ? null : { sessionId, actor }
    },
    readActors: async (ids) => {
      const found = new Map([...actors].filter(([id]) => ids.includes(id)))
      await answering?.()
      return found
    },
    recheckEveryMs: 100,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const end = async (): Promise<void> => {
    opening.close()
    await app.close()
  }
  return {
    url: `ws://127.0.0.1:${(app.server.address() as AddressInfo).port}/live`,
    hub: opening,
    subscribers,
    close: end,
  }
}

beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 8 })
  buyer = await asSystem(database, (tx) => makeOrganisation(tx, 'buyer', 'Buyer'))
  rival = await asSystem(database, (tx) => makeOrganisation(tx, 'buyer', 'Rival'))
  needId = await asSystem(database, (tx) => makeNeed(tx, buyer, needContent()))
  ;({ url, hub, subscribers: listening, close } = await openRealtime(database))
  actors.set(sessionOf('buyer'), memberOf(buyer)).set(sessionOf('rival'), memberOf(rival))
})
afterEach(() => {
  for (const socket of opened.splice(0)) socket.terminate()
})
afterAll(async () => {
  await close()
  await database.close()
})

type Client = {
  readonly socket: WebSocket
  readonly frames: ServerFrame[]
  readonly closed: Promise<number>
  readonly send: (frame: object) => void
}
const connect = async (session: string, from: string | null = origin, at = url): Promise<Client> => {
  const socket = new WebSocket(at, { headers: { cookie: session, ...(from === null ? {} : { origin: from }) } })
  socket.on('error', () => undefined)
  const frames: ServerFrame[] = []
  socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString()) as ServerFrame))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))))
  })
  opened.push(socket)
  return { socket, frames, closed, send: (frame) => socket.send(JSON.stringify(frame)) }
}
const until = async <T>(read: () => T | undefined): Promise<T> => {
  for (let tries = 0; tries < 400; tries += 1) {
    const value = read()
    if (value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('did not come')
}
const topic = (): string => `need:${needId}`
const subscribed = (client: Client) => until(() => client.frames.find((frame) => frame.kind === 'subscribed'))
const messages = (client: Client) => client.frames.filter((frame) => frame.kind === 'message')
/** Speaks on the need's topic as the worker's ranking does, without a wake-up through Redis. */
const speak = (): Promise<NumberedNote[]> =>
  asSystem(database, async (tx) => {
    await record(
      tx,
      'need.matched',
      { needId, organisationId: buyer, version: 1, considered: 0, matched: 0, changedSuppliers: [] },
      { organisationId: buyer },
    )
    const events = await claimUnpublished(tx, 100)
    await markPublished(tx, events)
    return noteLive(tx, events)
  })
const lastSeq = async (): Promise<number> =>
  Math.max(...(await speak()).filter((note) => note.topic === topic()).map((note) => note.seq))

describe('the live channel', () => {
  it('sends the ranking itself to those who listen to their need, without a gap', async () => {
    const client = await connect('buyer')
    client.send({ kind: 'subscribe', topic: topic() })
    const start = await subscribed(client)
    const seq = await lastSeq()
    const message = await until(() => messages(client).find((frame) => frame.seq === seq))
    expect(message).toMatchObject({ name: 'ranking.changed', after: start.seq, epoch: start.epoch })
    expect((message.data as Ranking).needId).toBe(needId)
  })

  it('replays what was missed as one message with the present state', async () => {
    const first = await connect('buyer')
    first.send({ kind: 'subscribe', topic: topic() })
    const { epoch, seq } = await subscribed(first)
    first.socket.terminate()
    await first.closed
    for (let n = 0; n < 4; n += 1) await speak()
    const last = await lastSeq()
    const again = await connect('buyer')
    again.send({ kind: 'subscribe', topic: topic(), since: { epoch, seq } satisfies Position })
    expect(await subscribed(again)).toMatchObject({ recovered: true, seq })
    const message = await until(() => messages(again)[0])
    expect([message.after, message.seq, messages(again).length]).toEqual([seq, last, 1])
  })

  it('says plainly that it cannot replay another epoch, a number from the future, or forgotten notes', async () => {
    const before = await lastSeq()
    await speak()
    const client = await connect('buyer')
    client.send({ kind: 'subscribe', topic: topic() })
    const { epoch, seq } = await subscribed(client)
    await asSystem(database, (tx) =>
      tx.execute(sql`delete from live_notes where topic = ${topic()} and seq <= ${before + 1}`),
    )
    const answers: boolean[] = []
    for (const since of [
      { epoch: 'another', seq },
      { epoch, seq: seq + 5 },
      { epoch, seq: before },
      { epoch, seq },
    ]) {
      const one = await connect('buyer')
      one.send({ kind: 'subscribe', topic: topic(), since })
      answers.push((await subscribed(one)).recovered)
    }
    // The last is the control: a client that is level is recovered.
    expect(answers).toEqual([false, false, false, true])
  })

  it('refuses a topic of others in the same words as one that does not exist', async () => {
    const client = await connect('rival')
    const missing = '00000000-0000-7000-8000-0000000000ff'
    for (const one of [topic(), `organisation:${buyer}`, `need:${missing}`])
      client.send({ kind: 'subscribe', topic: one })
    const errors = await until(() => (client.frames.length === 3 ? client.frames : undefined))
    expect(
      new Set(errors.map((frame) => (frame.kind === 'error' ? `${frame.code} ${frame.detail}` : frame.kind))).size,
    ).toBe(1)
    await speak()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(messages(client)).toEqual([])
    client.send({ kind: 'subscribe', topic: `organisation:${rival}` })
    expect((await subscribed(client)).topic).toBe(`organisation:${rival}`)
  })

  it.each([
    'http://evil.test',
    'http://enlace.test.evil.test',
    'https://enlace.test',
    'http://enlace.test:8080',
    'null',
    null,
  ])('refuses a socket opened by a page of origin %s', async (from) => {
    await expect(connect('buyer', from)).rejects.toThrow('403')
  })

  it('refuses a socket without a session', async () => {
    await expect(connect('nobody')).rejects.toThrow('401')
  })

  it('closes an open socket within 5 s when its session ends, and leaves others open', async () => {
    actors.set(sessionOf('passing'), memberOf(buyer))
    const client = await connect('passing')
    const other = await connect('buyer')
    actors.delete(sessionOf('passing'))
    const code = await Promise.race([
      client.closed,
      new Promise<string>((resolve) => setTimeout(() => resolve('still open'), 5000)),
    ])
    expect([code, other.socket.readyState]).toEqual([4401, WebSocket.OPEN])
  })

  it('leaves a socket open that comes while others are looked up', async () => {
    await connect('buyer')
    const late = new Promise<Client>((resolve) => {
      answering = async () => {
        answering = null
        const client = await connect('rival')
        resolve(client)
      }
    })
    const client = await late
    const code = await Promise.race([client.closed, new Promise((resolve) => setTimeout(() => resolve('open'), 500))])
    expect(code).toBe('open')
  })

  it('counts who is present on a topic', async () => {
    const one = await connect('buyer')
    one.send({ kind: 'subscribe', topic: topic() })
    await subscribed(one)
    const two = await connect('buyer')
    two.send({ kind: 'subscribe', topic: topic() })
    await until(() => one.frames.find((frame) => frame.kind === 'presence' && frame.count === 2))
    two.socket.terminate()
    const last = await until(() => {
      const frame = one.frames.at(-1)
      return frame?.kind === 'presence' && frame.count === 1 ? frame : undefined
    })
    expect(last).toMatchObject({ kind: 'presence', count: 1 })
  })

  it('tells many who join together in few counts', async () => {
    const crowd = await Promise.all(Array.from({ length: 30 }, () => connect('buyer')))
    const from = performance.now()
    for (const client of crowd) client.send({ kind: 'subscribe', topic: topic() })
    const counts = (client: Client) =>
      client.frames.flatMap((frame) => (frame.kind === 'presence' ? [frame.count] : []))
    await until(() => (crowd.every((client) => counts(client).at(-1) === 30) ? true : undefined))
    const most = Math.ceil((performance.now() - from) / presenceEveryMs)
    expect(Math.max(...crowd.map((client) => counts(client).length))).toBeLessThanOrEqual(most)
  })

  it('goes on telling one who joins just as the last other leaves', async () => {
    const leaver = await connect('buyer')
    leaver.send({ kind: 'subscribe', topic: topic() })
    await subscribed(leaver)
    const others = new Set(listening)
    const joiner = await connect('buyer')
    const joining = [...listening].find((one) => !others.has(one))
    const [leaving] = others
    if (joining === undefined || leaving === undefined || others.size !== 1) throw new Error('who is who?')
    const joined = hub.join(joining, topic(), undefined)
    hub.leave(leaving, topic())
    await joined
    const seq = await lastSeq()
    expect((await until(() => messages(joiner).find((frame) => frame.seq === seq))).topic).toBe(topic())
  })

  it('closes a socket whose frame it could not answer, so that the client comes back and joins anew', async () => {
    const lost = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 1 })
    const cut = await openRealtime(lost)
    const client = await connect('buyer', origin, cut.url)
    await lost.close()
    client.send({ kind: 'subscribe', topic: topic() })
    expect(await client.closed).toBe(closeCodes.unavailable)
    await cut.close()
  })

  it('answers frames that are none with an error and stays open', async () => {
    const client = await connect('buyer')
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"kind":"subscribe"}',
      '{"kind":"subscribe","topic":"need:\\u0000"}',
      `{"kind":"x","a":${'['.repeat(500)}${']'.repeat(500)}}`,
    ])
      client.socket.send(text)
    const frames = await until(() => (client.frames.length === 7 ? client.frames : undefined))
    expect(frames.map((frame) => (frame.kind === 'error' ? frame.code : frame.kind))).toEqual(
      Array.from({ length: 7 }, () => 'input.invalid'),
    )
    expect(client.socket.readyState).toBe(WebSocket.OPEN)
  })

  it('cuts a reader that does not keep up, and the others hear everything', async () => {
    const slow = await connect('buyer')
    slow.send({ kind: 'subscribe', topic: topic() })
    const quick = await connect('buyer')
    quick.send({ kind: 'subscribe', topic: topic() })
    await Promise.all([subscribed(slow), subscribed(quick)])
    slow.socket.pause()
    const large = 'x'.repeat(200_000)
    for (let sent = 0; sent < 200 && slow.socket.readyState === WebSocket.OPEN && listening.size > 1; sent += 1) {
      for (const one of listening) one.sendText(JSON.stringify({ kind: 'pong', at: sent, large }))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    slow.socket.resume()
    // The word that it is too slow may be stuck behind what it did not read.
    expect([closeCodes.slow, 1006]).toContain(await slow.closed)
    expect(listening.size).toBe(1)
    const seq = await lastSeq()
    await until(() => messages(quick).find((frame) => frame.seq === seq))
  })
})
