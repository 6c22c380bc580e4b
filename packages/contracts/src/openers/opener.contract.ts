import { openerLookupLimit, type OpenerKeyId, type UserId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** An X25519 public key (RFC 7748) as base64url. */
const publicKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'This is not a public key.'))
const key = {
  publicKey,
  /** Eight groups of five digits, to be compared by voice; whoever has the public key can work it out. */
  fingerprint: z.string(),
}

export const openerKeyView = z.object({
  id: wire.id<OpenerKeyId>(),
  ...key,
  registeredAt: wire.instant,
  /** From when on nothing is sealed to it any more. */
  revokedAt: z.nullable(wire.instant),
})
export type OpenerKeyView = DeepReadonly<z.output<typeof openerKeyView>>

/** A person and the key to which envelopes are sealed for it now. */
export const openerView = z.object({ userId: wire.id<UserId>(), ...key, since: wire.instant })
export type OpenerView = DeepReadonly<z.output<typeof openerView>>

const noun = 'openers'

export const listOpenerKeys = endpoint({
  name: 'listOpenerKeys',
  summary: "The caller's opening keys, newest first, the revoked ones too.",
  noun,
  method: 'GET',
  path: '/api/opener-keys',
  access: 'person',
  response: z.object({ items: z.array(openerKeyView) }),
})

export const registerOpenerKey = endpoint({
  name: 'registerOpenerKey',
  summary:
    'Register the public half of an opening key made in the browser; what bidders seal is sealed to the newest. The same again changes nothing.',
  noun,
  method: 'POST',
  path: '/api/opener-keys',
  access: 'person',
  body: z.object({ publicKey }),
  success: 201,
  response: openerKeyView,
  problems: ['opener.key', 'opener.key-taken', 'opener.limit'],
})

export const revokeOpenerKey = endpoint({
  name: 'revokeOpenerKey',
  summary: 'Have nothing sealed to an opening key any more; what was sealed to it before it still opens.',
  noun,
  method: 'POST',
  path: '/api/opener-keys/:id/revoke',
  access: 'person',
  params: z.object({ id: wire.id<OpenerKeyId>() }),
  response: openerKeyView,
  problems: ['thing.not-found'],
})

export const findOpeners = endpoint({
  name: 'findOpeners',
  summary: `Which of up to ${openerLookupLimit} people can open what is sealed: the key of each that has one, for whoever sets up a call.`,
  noun,
  method: 'GET',
  path: '/api/openers',
  access: 'member',
  query: z.object({ users: wire.several(wire.id<UserId>()) }),
  response: z.object({ items: z.array(openerView) }),
})
