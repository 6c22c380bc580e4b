import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import { password } from './sign-in.contract.ts'

export const startTwoFactor = endpoint({
  name: 'startTwoFactor',
  summary: 'Get a secret for an authenticator app and backup codes; nothing is asked for until a code proves the app.',
  noun: 'identity',
  method: 'POST',
  path: '/api/two-factor',
  access: 'person',
  body: z.object({ password }),
  response: z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) }),
  problems: ['password.wrong', 'identity.two-factor', 'identity.rate-limited'],
})

export const proveTwoFactor = endpoint({
  name: 'proveTwoFactor',
  summary: 'Prove the authenticator app with a code; from then on signing in asks for one.',
  noun: 'identity',
  method: 'POST',
  path: '/api/two-factor/prove',
  access: 'person',
  body: z.object({ code: z.string().check(z.trim(), z.regex(/^\d{6}$/, 'Write the six digits that the app shows.')) }),
  success: 204,
  problems: ['identity.code', 'identity.two-factor', 'identity.rate-limited'],
})

export const removeTwoFactor = endpoint({
  name: 'removeTwoFactor',
  summary: 'Sign in without a second factor again.',
  noun: 'identity',
  method: 'POST',
  path: '/api/two-factor/remove',
  access: 'person',
  body: z.object({ password }),
  success: 204,
  problems: ['password.wrong', 'identity.two-factor', 'identity.rate-limited'],
})
