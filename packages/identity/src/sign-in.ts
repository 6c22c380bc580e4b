import { asSystem, findPerson } from '@enlace/database'

import { allow, forgive } from './allow.ts'
import { sessionCookie, withoutCookie } from './cookie.ts'
import { ask, headersOf, refusalOf, type Kit } from './kit.ts'
import { pendingCookie } from './pending.ts'
import { retireSession } from './retire-session.ts'
import type { Visitor, WithCookies } from './settings.ts'

export type Step = { readonly next: 'done' | 'second-factor' | 'confirm-email' }

const stepOf = (answer: unknown): Step =>
  typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer
    ? { next: 'second-factor' }
    : { next: 'done' }

/** Signs in with a password. A person whose address is not confirmed gets the mail for that again. */
export async function signIn(
  kit: Kit,
  visitor: Visitor,
  body: { email: string; password: string },
): Promise<WithCookies<Step>> {
  await allow(kit.settings, 'passwordPerAddress', visitor.address)
  await allow(kit.settings, 'passwordPerAccount', body.email)
  const { api } = await kit.auth()
  const call = api.signInEmail({
    body,
    headers: headersOf(visitor, withoutSession(kit, visitor)),
    returnHeaders: true,
  })
  const refused = await call.then(() => null, refusalOf)
  if (refused === 'EMAIL_NOT_VERIFIED') return awaitConfirmation(kit, body.email)
  const { value, cookies } = await ask(kit, () => call)
  const step = stepOf(value)
  if (step.next === 'done') await forgive(kit.settings, 'passwordPerAccount', body.email)
  await retireSession(kit, visitor)
  return { value: step, cookies }
}

/** The password was right, so this browser may confirm the address without losing it. */
async function awaitConfirmation(kit: Kit, email: string): Promise<WithCookies<Step>> {
  const person = await asSystem(kit.settings.database, (tx) => findPerson(tx, email))
  return { value: { next: 'confirm-email' }, cookies: person === null ? [] : [pendingCookie(kit, person.id)] }
}

/** Sends a link that signs in once; to an address without an account it is the way to one. */
export async function requestSignInLink(
  kit: Kit,
  visitor: Visitor,
  body: { email: string; locale: 'en' | 'es' },
): Promise<void> {
  await allow(kit.settings, 'mailPerAddress', visitor.address)
  await allow(kit.settings, 'mailPerRecipient', body.email)
  await ask(kit, (api) =>
    api.signInMagicLink({
      body: { email: body.email, metadata: { locale: body.locale } },
      headers: headersOf(visitor),
      returnHeaders: true,
    }),
  )
}

/** Signs in with the token of such a link. */
export async function redeemSignInLink(kit: Kit, visitor: Visitor, token: string): Promise<WithCookies<Step>> {
  await allow(kit.settings, 'tokenPerAddress', visitor.address)
  const headers = headersOf(visitor, withoutSession(kit, visitor))
  const { value, cookies } = await ask(kit, (api) =>
    api.magicLinkVerify({ query: { token }, headers, returnHeaders: true }),
  )
  await retireSession(kit, visitor)
  return { value: stepOf(value), cookies }
}

/** Completes a sign-in with a code of the authenticator app (six digits) or a backup code. */
export async function giveSecondFactor(kit: Kit, visitor: Visitor, code: string): Promise<WithCookies<Step>> {
  await allow(kit.settings, 'codePerAddress', visitor.address)
  // With a session beside the challenge, the code would be compared with that person's secret.
  const given = {
    body: { code },
    headers: headersOf(visitor, withoutSession(kit, visitor)),
    returnHeaders: true as const,
  }
  const { cookies } = /^\d{6}$/.test(code)
    ? await ask(kit, (api) => api.verifyTOTP(given))
    : await ask(kit, (api) => api.verifyBackupCode(given))
  await retireSession(kit, visitor)
  return { value: { next: 'done' }, cookies }
}

/** Ends the session and takes the cookies back. */
export async function signOut(kit: Kit, visitor: Visitor): Promise<readonly string[]> {
  await retireSession(kit, visitor)
  const secure = kit.settings.publicUrl.startsWith('https:') ? '; Secure' : ''
  return [`${sessionCookie(kit.settings.publicUrl)}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure}`]
}

const withoutSession = (kit: Kit, visitor: Visitor): string =>
  withoutCookie(visitor.cookie, sessionCookie(kit.settings.publicUrl))
