import type { FastifyReply, FastifyRequest } from 'fastify'

import { readActor, type Identified, type Identity, type Visitor, type WithCookies } from '@enlace/identity'

export const visitorOf = (request: FastifyRequest): Visitor => ({
  cookie: request.headers.cookie,
  address: request.ip,
  userAgent: request.headers['user-agent'],
})

const identified = new WeakMap<FastifyRequest, Promise<Identified>>()

/** Who a request comes from, read from the database once in its life. */
export function identify(identity: Identity, request: FastifyRequest): Promise<Identified> {
  const known = identified.get(request) ?? readActor(identity.settings, request.headers.cookie)
  identified.set(request, known)
  return known
}

/** Sets the cookies of an answer and gives back what it says. */
export function setCookies<Value>(reply: FastifyReply, { value, cookies }: WithCookies<Value>): Value {
  if (cookies.length > 0) void reply.header('set-cookie', [...cookies])
  return value
}
