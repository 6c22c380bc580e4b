import websocket from '@fastify/websocket'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import { clientFrame } from '@enlace/contracts'
import type { Database } from '@enlace/database'
import type { Actor, SessionId } from '@enlace/domain'
import type { Logger } from '@enlace/runtime'

import { mayHear } from './audience.ts'
import type { Hub } from './hub.ts'
import { closeCodes, Subscriber } from './subscriber.ts'

export type Session = { readonly sessionId: SessionId; readonly actor: Actor }
export type RealtimePorts = {
  readonly database: Database
  readonly log: Logger
  readonly hub: Hub
  /** The one origin whose pages may open a socket. */
  readonly origin: string
  readonly readSession: (request: FastifyRequest) => Promise<Session | null>
  /** Who these sessions speak for now; a session that is missing has ended. */
  readonly readActors: (ids: readonly SessionId[]) => Promise<ReadonlyMap<SessionId, Actor>>
  readonly recheckEveryMs?: number
}

const topicsLimit = 50
const framesPerWindow = 100
const windowMs = 10_000
const frameLimitBytes = 4096

/** The websocket application: one route, /live. */
export async function buildRealtime(
  ports: RealtimePorts,
): Promise<{ readonly app: FastifyInstance; readonly subscribers: ReadonlySet<Subscriber> }> {
  const log: FastifyBaseLogger = ports.log
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
  })
  const subscribers = new Set<Subscriber>()
  // Compression costs eight times the memory and six times the processor here, so it stays off.
  await app.register(websocket, { options: { maxPayload: frameLimitBytes, perMessageDeflate: false } })
  app.addHook('preValidation', async (request, reply) => {
    if (request.routeOptions.url !== '/live') return
    if (request.headers.origin !== ports.origin) return reply.code(403).send({ code: 'identity.origin' })
    const session = await ports.readSession(request)
    if (session === null) return reply.code(401).send({ code: 'identity.required' })
    sessions.set(request, session)
  })
  const sessions = new WeakMap<FastifyRequest, Session>()
  app.get('/live', { websocket: true }, (socket, request) => {
    const session = sessions.get(request)
    if (session === undefined) return socket.close(closeCodes.session)
    const subscriber = new Subscriber(socket, session.sessionId, session.actor)
    subscribers.add(subscriber)
    listen(ports, subscriber)
    socket.on('close', () => {
      subscribers.delete(subscriber)
      for (const topic of [...subscriber.topics]) ports.hub.leave(subscriber, topic)
    })
  })

  const recheck = async (): Promise<void> => {
    // Those alone who are asked about: whoever comes while the answer is on its way is not in it, and no less signed in.
    const asked = [...subscribers]
    const actors = await ports.readActors([...new Set(asked.map((one) => one.sessionId))])
    for (const one of asked) {
      const actor = actors.get(one.sessionId)
      if (actor === undefined) one.socket.close(closeCodes.session, 'signed out')
      else if (JSON.stringify(actor) !== JSON.stringify(one.actor))
        one.socket.close(closeCodes.rights, 'rights changed')
    }
  }
  const rechecking = setInterval(
    () => void recheck().catch((error: Error) => ports.log.warn({ err: error }, 'cannot recheck sessions')),
    ports.recheckEveryMs ?? 2000,
  )
  // A socket whose peer vanished without a word is found by an unanswered ping.
  const pinging = setInterval(() => {
    for (const one of subscribers) {
      if (!one.alive) one.socket.terminate()
      one.alive = false
      one.socket.ping()
    }
  }, 20_000)
  app.addHook('onClose', () => {
    clearInterval(rechecking)
    clearInterval(pinging)
  })
  return { app, subscribers }
}

function listen(ports: RealtimePorts, subscriber: Subscriber): void {
  const { socket } = subscriber
  let frames = 0
  // Frames of one socket are answered in turn, so that leaving a topic is never overtaken by joining it.
  let turn = Promise.resolve()
  const window = setInterval(() => (frames = 0), windowMs)
  socket.on('close', () => clearInterval(window))
  socket.on('error', () => socket.terminate())
  socket.on('pong', () => (subscriber.alive = true))
  socket.on('message', (data: Buffer) => {
    frames += 1
    if (frames > framesPerWindow) return socket.close(closeCodes.flood, 'too many frames')
    turn = turn
      .then(() => answer(ports, subscriber, data.toString('utf8')))
      .catch((error: Error) => {
        // The client comes back by itself and joins all its topics again; a word about one frame would leave it half joined.
        ports.log.warn({ err: error }, 'a frame could not be answered')
        socket.close(closeCodes.unavailable, 'try again in a moment')
      })
  })
}

const parseFrame = (text: string) => {
  try {
    return z.safeParse(clientFrame, JSON.parse(text))
  } catch {
    return null
  }
}

async function answer(ports: RealtimePorts, subscriber: Subscriber, text: string): Promise<void> {
  const parsed = parseFrame(text)
  if (parsed === null || !parsed.success)
    return subscriber.send({ kind: 'error', code: 'input.invalid', detail: 'This frame is none that we know.' })
  const frame = parsed.data
  if (frame.kind === 'ping') return subscriber.send({ kind: 'pong', at: frame.at })
  if (frame.kind === 'unsubscribe') return ports.hub.leave(subscriber, frame.topic)
  if (subscriber.topics.size >= topicsLimit)
    return subscriber.send({
      kind: 'error',
      code: 'input.too-large',
      detail: 'Leave a topic before you join another.',
      topic: frame.topic,
    })
  // The same answer for a topic that is not there and one that is not theirs.
  if (!(await mayHear(ports.database, subscriber.actor, frame.topic)))
    return subscriber.send({
      kind: 'error',
      code: 'thing.not-found',
      detail: 'There is no such topic, or it is not yours to hear.',
      topic: frame.topic,
    })
  await ports.hub.join(subscriber, frame.topic, frame.since)
}
