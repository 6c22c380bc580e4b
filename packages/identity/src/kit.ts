import { Problem, type ProblemCode } from '@enlace/domain'

import type { Auth } from './auth.ts'
import { addressHeader, type IdentitySettings, type Visitor, type WithCookies } from './settings.ts'

/** What every identity command works with. `auth` reads better-auth in where it is first asked for. */
export type Kit = { readonly settings: IdentitySettings; readonly auth: () => Promise<Auth> }

/** The visitor as better-auth wants to see it. */
export function headersOf(visitor: Visitor, cookie = visitor.cookie): Headers {
  const headers = new Headers({ [addressHeader]: visitor.address })
  if (cookie !== undefined) headers.set('cookie', cookie)
  if (visitor.userAgent !== undefined) headers.set('user-agent', visitor.userAgent.slice(0, 300))
  return headers
}

const known: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  INVALID_EMAIL_OR_PASSWORD: [
    'identity.credentials',
    'Address or password is wrong. A link by mail lets you in as well.',
  ],
  INVALID_PASSWORD: ['password.wrong', 'This is not your current password.'],
  CREDENTIAL_ACCOUNT_NOT_FOUND: ['password.wrong', 'You have no password yet; set one first.'],
  INVALID_TOKEN: ['identity.link', 'This link was used, replaced, or is too old. Ask for a new one.'],
  TOKEN_EXPIRED: ['identity.link', 'This link is too old. Ask for a new one.'],
  USER_NOT_FOUND: ['identity.link', 'This link was used, replaced, or is too old. Ask for a new one.'],
  INVALID_CODE: ['identity.code', 'This code is wrong or too old. Take the one the app shows now.'],
  INVALID_BACKUP_CODE: ['identity.code', 'This backup code is wrong or was used.'],
  INVALID_TWO_FACTOR_COOKIE: ['identity.code', 'This took too long. Start signing in again.'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ['identity.code', 'Too many wrong codes. Start signing in again.'],
  ACCOUNT_TEMPORARILY_LOCKED: ['identity.rate-limited', 'Too many wrong codes. Wait 15 minutes and try again.'],
  TOTP_ALREADY_ENABLED: ['identity.two-factor', 'A second factor is in use already. Remove it first.'],
  TOTP_NOT_ENABLED: ['identity.two-factor', 'No second factor is in use.'],
  TWO_FACTOR_NOT_ENABLED: ['identity.two-factor', 'No second factor is in use.'],
  INVALID_EMAIL: ['input.invalid', 'Write the address as name@example.org.'],
  FAILED_TO_CREATE_USER: ['thing.conflict', 'Somebody signs up with this address at this moment. Try again.'],
  UNAUTHORIZED: ['identity.required', 'Sign in first.'],
}

type Refusal = Error & { readonly status: string | number; readonly body?: { readonly code?: string } }

const isRefusal = (error: unknown): error is Refusal => error instanceof Error && error.name === 'APIError'

/** The code of an error of better-auth's, or null where it is none. A redirect is how it refuses a link. */
export function refusalOf(error: unknown): string | null {
  if (!isRefusal(error)) return null
  if (error.status === 'FOUND') return 'INVALID_TOKEN'
  return error.body?.code ?? String(error.status)
}

const toProblem = (error: unknown): unknown => {
  const problem = known[refusalOf(error) ?? '']
  return problem === undefined ? error : new Problem(...problem)
}

type Answered<Value> = { headers: Headers; response: Value }

/**
 * Calls better-auth and gives back its answer with the cookies it wants set.
 * @throws Problem where it refused
 */
export async function ask<Value>(
  kit: Kit,
  call: (api: Auth['api']) => Promise<Answered<Value>>,
): Promise<WithCookies<Value>> {
  const { api } = await kit.auth()
  try {
    const { headers, response } = await call(api)
    return { value: response, cookies: headers.getSetCookie() }
  } catch (error) {
    throw toProblem(error)
  }
}
