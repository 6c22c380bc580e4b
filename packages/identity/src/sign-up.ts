import { asSystem, dropUnprovenPassword } from '@enlace/database'
import { asId, Problem, type UserId } from '@enlace/domain'

import { allow } from './allow.ts'
import { sessionCookie, withoutCookie } from './cookie.ts'
import { ask, headersOf, type Kit } from './kit.ts'
import { checkPassword } from './password-rule.ts'
import { isPending, pendingCookie } from './pending.ts'
import { retireSession } from './retire-session.ts'
import type { Visitor, WithCookies } from './settings.ts'
import type { Step } from './sign-in.ts'

export type SignUp = {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale: 'en' | 'es'
}

/** Makes an account that waits for its address to be confirmed; says and does the same where there was one already. */
export async function signUp(kit: Kit, visitor: Visitor, body: SignUp): Promise<WithCookies<{ sentTo: string }>> {
  await checkPassword(body.password, [body.name, body.email])
  await allow(kit.settings, 'mailPerAddress', visitor.address)
  await allow(kit.settings, 'mailPerRecipient', body.email)
  const { value } = await ask(kit, (api) =>
    api.signUpEmail({ body, headers: headersOf(visitor, ''), returnHeaders: true }),
  )
  return { value: { sentTo: body.email }, cookies: [pendingCookie(kit, asId<UserId>(value.user.id))] }
}

/**
 * Confirms an address and signs in. Whoever opens the link proves the mailbox, not that the password set before is
 * theirs: without the cookie of the browser that set it, the password is dropped, or a stranger could have laid it there.
 */
export async function confirmEmail(kit: Kit, visitor: Visitor, token: string): Promise<WithCookies<Step>> {
  await allow(kit.settings, 'tokenPerAddress', visitor.address)
  const { secret, database } = kit.settings
  const { verifyJWT } = await import('better-auth/crypto')
  const claims = await verifyJWT<{ userId?: unknown }>(token, secret)
  if (typeof claims?.userId !== 'string') throw spent()
  const userId = asId<UserId>(claims.userId)
  if (!isPending(kit, visitor, userId)) await asSystem(database, (tx) => dropUnprovenPassword(tx, userId))
  const headers = headersOf(visitor, withoutCookie(visitor.cookie, sessionCookie(kit.settings.publicUrl)))
  const { cookies } = await ask(kit, (api) => api.verifyEmail({ query: { token }, headers, returnHeaders: true }))
  // Once confirmed, the token confirms nothing more and signs nobody in.
  if (cookies.length === 0) throw spent()
  await retireSession(kit, visitor)
  return { value: { next: 'done' }, cookies }
}

const spent = (): Problem =>
  new Problem('identity.link', 'This link was used or is too old. Sign in, or ask for a new link there.')
