import type { UserId } from '@enlace/domain'

import { allow } from './allow.ts'
import { ask, headersOf, type Kit } from './kit.ts'
import type { Visitor, WithCookies } from './settings.ts'

export type Enrolment = { readonly uri: string; readonly secret: string; readonly backupCodes: readonly string[] }

/** Makes a secret for an authenticator app; it is not asked for before a code proves that the app has it. */
export async function startTwoFactor(
  kit: Kit,
  visitor: Visitor,
  userId: UserId,
  password: string,
): Promise<WithCookies<Enrolment>> {
  await allow(kit.settings, 'passwordPerAccount', userId)
  const { value, cookies } = await ask(kit, (api) =>
    api.enableTwoFactor({
      body: { password, method: 'totp' },
      headers: headersOf(visitor),
      returnHeaders: true,
    }),
  )
  if (value.method !== 'totp') throw new Error('better-auth made another factor than it was asked for')
  const secret = new URL(value.totpURI).searchParams.get('secret') ?? ''
  return { value: { uri: value.totpURI, secret, backupCodes: value.backupCodes }, cookies }
}

/** Proves the app with a code; from now on signing in asks for one. */
export async function proveTwoFactor(
  kit: Kit,
  visitor: Visitor,
  userId: UserId,
  code: string,
): Promise<readonly string[]> {
  await allow(kit.settings, 'passwordPerAccount', userId)
  return (await ask(kit, (api) => api.verifyTOTP({ body: { code }, headers: headersOf(visitor), returnHeaders: true })))
    .cookies
}

/** Lets the person sign in without a second factor again. */
export async function removeTwoFactor(
  kit: Kit,
  visitor: Visitor,
  userId: UserId,
  password: string,
): Promise<readonly string[]> {
  await allow(kit.settings, 'passwordPerAccount', userId)
  return (
    await ask(kit, (api) =>
      api.disableTwoFactor({ body: { password }, headers: headersOf(visitor), returnHeaders: true }),
    )
  ).cookies
}
