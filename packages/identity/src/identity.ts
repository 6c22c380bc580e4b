import { assert } from '@enlace/domain'

import type { Auth } from './auth.ts'
import type { Kit } from './kit.ts'
import type { IdentitySettings } from './settings.ts'

/**
 * What identity commands work with: better-auth bound to our tables, and the settings.
 * @throws where the secret is too short to sign with
 */
export function createIdentity(settings: IdentitySettings): Kit {
  assert(settings.secret.length >= 32, 'the secret that signs cookies has at least 32 characters')
  let auth: Promise<Auth> | undefined
  return { settings, auth: () => (auth ??= import('./auth.ts').then(({ createAuth }) => createAuth(settings))) }
}
