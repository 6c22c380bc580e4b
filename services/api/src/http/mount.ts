import { createHash } from 'node:crypto'

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import type { Signer } from '@enlace/audit-log'
import type { Endpoint, Input, Output } from '@enlace/contracts'
import {
  asActor,
  claimKey,
  keepAnswer,
  type Database,
  type IdempotentRequest,
  type Transaction,
} from '@enlace/database'
import { Problem, type Actor, type MemberActor, type UserId } from '@enlace/domain'

import { Denied, writeDenied } from '../audit/denied.ts'
import { happenings, type Happenings } from './happenings.ts'
import { faultsOf } from './problems.ts'

/** The actor that an endpoint's declared access guarantees. */
type ActorFor<E extends Endpoint> = E extends { readonly access: 'member' } ? MemberActor : Actor

/** What a handler gets that runs outside a transaction: it opens its own where it needs one. */
export type OpenCall<E extends Endpoint> = Input<E> & {
  readonly actor: ActorFor<E>
  readonly requestId: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}
/** What a handler gets that runs in the request's one transaction. */
export type Call<E extends Endpoint> = Omit<OpenCall<E>, 'request' | 'reply'> &
  Happenings & { readonly tx: Transaction }
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Output<E>>
export type OpenHandler<E extends Endpoint> = (call: OpenCall<E>) => Promise<Output<E> | FastifyReply>

export type Mount = {
  /** One request, one transaction: rows, events and the kept answer of an Idempotency-Key commit together. */
  readonly inTransaction: <E extends Endpoint>(endpoint: E, handler: Handler<E>) => void
  /** For what must not hold a transaction: files, streams, search, sign-in. */
  readonly open: <E extends Endpoint>(endpoint: E, handler: OpenHandler<E>) => void
}

export type MountOptions = {
  readonly app: FastifyInstance
  readonly database: Database
  readonly readActor: (request: FastifyRequest) => Promise<Actor>
  readonly demo: boolean
  readonly signer: Signer
}

const parse = (schema: z.ZodMiniType | undefined, value: unknown, root: string): unknown => {
  if (schema === undefined) return undefined
  const parsed = z.safeParse(schema, value ?? {})
  if (parsed.success) return parsed.data
  throw new Problem('input.invalid', 'Some fields need another look.', faultsOf(parsed.error, root))
}

const inputOf = <E extends Endpoint>(endpoint: E, request: FastifyRequest): Input<E> =>
  ({
    params: parseParams(endpoint, request.params),
    query: parse(endpoint.query, request.query, 'query'),
    body: endpoint.upload === 'none' ? parse(endpoint.body, request.body, 'body') : undefined,
  }) as Input<E>

// An id that is none names nothing, so it is answered like any other thing that is not there.
const parseParams = (endpoint: Endpoint, value: unknown): unknown => {
  if (endpoint.params === undefined) return undefined
  const parsed = z.safeParse(endpoint.params, value)
  if (parsed.success) return parsed.data
  throw new Problem('thing.not-found', 'There is no such thing, or it is not yours to see.')
}

/** Lets only the declared kind of caller pass. */
function admit(endpoint: Endpoint, actor: Actor, demo: boolean): void {
  if (endpoint.access === 'demo' && !demo) throw new Problem('route.not-found', 'There is nothing at this address.')
  if (endpoint.access === 'public' || endpoint.access === 'demo') return
  if (actor.kind === 'anonymous') throw new Problem('identity.required', 'Sign in first.')
  if (endpoint.access === 'member' && actor.kind !== 'member')
    throw new Problem('identity.organisation-required', 'Choose the organisation you act for.')
}

const userOf = (actor: Actor): UserId | null =>
  actor.kind === 'member' || actor.kind === 'person' ? actor.userId : null

const idempotencyOf = (endpoint: Endpoint, request: FastifyRequest, actor: Actor): IdempotentRequest | null => {
  const key = request.headers['idempotency-key']
  const userId = userOf(actor)
  if (endpoint.method !== 'POST' || userId === null || typeof key !== 'string') return null
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem('input.invalid', 'The Idempotency-Key must be 1 to 200 printable characters.', [
      { path: 'headers.idempotency-key', code: 'invalid_format', message: 'Use 1 to 200 printable characters.' },
    ])
  const requestHash = createHash('sha256')
    .update(JSON.stringify([request.params, request.query, request.body]))
    .digest('base64')
  return { userId, key, endpoint: endpoint.name, requestHash }
}

/** Answers only what the contract says: fields it does not name never leave. */
const answer = (endpoint: Endpoint, reply: FastifyReply, status: number, output: unknown): FastifyReply =>
  endpoint.response === undefined ? reply.code(status).send(null) : reply.code(status).send(output)

const shape = (endpoint: Endpoint, output: unknown): unknown =>
  endpoint.response === undefined ? null : z.parse(endpoint.response, output)

/** Binds endpoints to handlers on one Fastify instance. */
export function createMount(options: MountOptions): Mount {
  const route = (
    endpoint: Endpoint,
    handle: (request: FastifyRequest, reply: FastifyReply, actor: Actor) => Promise<unknown>,
  ): void => {
    options.app.route({
      method: endpoint.method,
      url: endpoint.path,
      config: { endpoint: endpoint.name, upload: endpoint.upload },
      handler: async (request, reply) => {
        const actor = await options.readActor(request)
        admit(endpoint, actor, options.demo)
        return handle(request, reply, actor).catch(async (error: unknown) => {
          if (!(error instanceof Denied)) throw error
          await writeDenied(options.database, actor, error, endpoint.name)
          throw error.problem
        })
      },
    })
  }
  return {
    inTransaction: (endpoint, handler) =>
      route(endpoint, async (request, reply, actor) => {
        const input = inputOf(endpoint, request)
        const idempotency = idempotencyOf(endpoint, request, actor)
        const done = await asActor(options.database, actor, async (tx) => {
          if (idempotency !== null) {
            const claim = await claimKey(tx, idempotency)
            if (claim.kind === 'repeat') return { status: claim.status, output: claim.answer }
            if (claim.kind === 'reused')
              throw new Problem(
                'idempotency.reused',
                'This Idempotency-Key was used for another request. Use a new one.',
              )
          }
          const { checkWritten, ...happens } = happenings(tx, actor, { requestId: request.id, signer: options.signer })
          const output = shape(
            endpoint,
            await handler({ ...input, ...happens, actor: actor as never, requestId: request.id, tx }),
          )
          checkWritten()
          if (idempotency !== null) await keepAnswer(tx, idempotency, endpoint.success, output)
          return { status: endpoint.success, output }
        })
        return answer(endpoint, reply, done.status, done.output)
      }),
    open: (endpoint, handler) =>
      route(endpoint, async (request, reply, actor) => {
        const output = await handler({
          ...inputOf(endpoint, request),
          actor: actor as never,
          requestId: request.id,
          request,
          reply,
        })
        if (reply.sent || output === reply) return reply
        return answer(endpoint, reply, endpoint.success, shape(endpoint, output))
      }),
  }
}
