import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** Long enough for any phrase, short enough to hash; what is too weak is said by the server. */
export const password = z.string().check(z.minLength(1), z.maxLength(128))

/** What comes next: signed in, a second factor is asked for, or the address must be confirmed first. */
export const signInStep = z.object({ next: z.enum(['done', 'second-factor', 'confirm-email']) })
export type SignInStep = z.output<typeof signInStep>

const sent = z.object({ sentTo: z.string() })

export const signUp = endpoint({
  name: 'signUp',
  summary: 'Ask for an account; a link sent to the address completes it. The answer is the same whether it existed.',
  noun: 'identity',
  method: 'POST',
  path: '/api/sign-up',
  access: 'public',
  body: z.object({ name: wire.text(200, 1), email: wire.email, password, locale: z._default(wire.locale, 'en') }),
  success: 202,
  response: sent,
  problems: ['password.short', 'password.common', 'identity.rate-limited'],
})

export const confirmEmail = endpoint({
  name: 'confirmEmail',
  summary:
    'Confirm an address with the token from the mail, and sign in. In another browser than the one that signed up, the password chosen there is dropped.',
  noun: 'identity',
  method: 'POST',
  path: '/api/sign-up/confirm',
  access: 'public',
  body: z.object({ token: wire.token }),
  response: signInStep,
  problems: ['identity.link', 'identity.rate-limited'],
})

export const signIn = endpoint({
  name: 'signIn',
  summary: 'Sign in with address and password.',
  noun: 'identity',
  method: 'POST',
  path: '/api/sign-in',
  access: 'public',
  body: z.object({ email: wire.email, password }),
  response: signInStep,
  problems: ['identity.credentials', 'identity.rate-limited'],
})

export const requestSignInLink = endpoint({
  name: 'requestSignInLink',
  summary:
    'Have a link sent that signs in once, within ten minutes. The answer is the same whether the address is known.',
  noun: 'identity',
  method: 'POST',
  path: '/api/sign-in/link',
  access: 'public',
  body: z.object({ email: wire.email, locale: z._default(wire.locale, 'en') }),
  success: 202,
  response: sent,
  problems: ['identity.rate-limited'],
})

export const redeemSignInLink = endpoint({
  name: 'redeemSignInLink',
  summary: 'Sign in with the token of such a link.',
  noun: 'identity',
  method: 'POST',
  path: '/api/sign-in/link/redeem',
  access: 'public',
  body: z.object({ token: wire.token }),
  response: signInStep,
  problems: ['identity.link', 'identity.rate-limited'],
})

export const giveSecondFactor = endpoint({
  name: 'giveSecondFactor',
  summary: 'Complete a sign-in with a code of the authenticator app, or with one of the backup codes.',
  noun: 'identity',
  method: 'POST',
  path: '/api/sign-in/second-factor',
  access: 'public',
  body: z.object({ code: z.string().check(z.trim(), z.minLength(6), z.maxLength(20)) }),
  response: signInStep,
  problems: ['identity.code', 'identity.rate-limited'],
})

export const requestPasswordReset = endpoint({
  name: 'requestPasswordReset',
  summary:
    'Have a link sent with which a new password can be set. The answer is the same whether the address is known.',
  noun: 'identity',
  method: 'POST',
  path: '/api/password/forgotten',
  access: 'public',
  body: z.object({ email: wire.email, locale: z._default(wire.locale, 'en') }),
  success: 202,
  response: sent,
  problems: ['identity.rate-limited'],
})

export const resetPassword = endpoint({
  name: 'resetPassword',
  summary: 'Set a new password with the token from the mail; every session of the person ends.',
  noun: 'identity',
  method: 'POST',
  path: '/api/password/reset',
  access: 'public',
  body: z.object({ token: wire.token, password }),
  success: 204,
  problems: ['identity.link', 'password.short', 'password.common', 'identity.rate-limited'],
})

export const changePassword = endpoint({
  name: 'changePassword',
  summary: 'Set a password, or change it with the current one; all other sessions of the person end.',
  noun: 'identity',
  method: 'PUT',
  path: '/api/password',
  access: 'person',
  body: z.object({ current: z._default(z.nullable(password), null), password }),
  success: 204,
  problems: ['password.wrong', 'password.short', 'password.common', 'identity.rate-limited'],
})

export const demoSignIn = endpoint({
  name: 'demoSignIn',
  summary: 'Sign in with one click as a person of the demo; exists in demo mode only.',
  noun: 'identity',
  method: 'POST',
  path: '/api/demo/sign-in',
  access: 'demo',
  body: z.object({ as: z.enum(['buyer', 'supplier', 'agency', 'admin']) }),
  response: signInStep,
})
