import { betterAuth, type BetterAuthOptions } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { magicLink } from 'better-auth/plugins/magic-link'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { v7 as uuidv7 } from 'uuid'

import {
  accounts,
  firstOrganisation,
  sessions,
  twoFactors,
  users,
  verifications,
  type Database,
} from '@enlace/database'
import { asId, type UserId } from '@enlace/domain'

import { linkSender, type SendLink } from './auth-mail.ts'
import { cookiePrefix } from './cookie.ts'
import { hashSessions } from './hashed-sessions.ts'
import { secondFactorAfterLink } from './link-second-factor.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { shortestPassword } from './password-rule.ts'
import { addressHeader, sessionSeconds, type IdentitySettings } from './settings.ts'

const hourSeconds = 3600

const withPassword = (send: SendLink) => ({
  enabled: true,
  minPasswordLength: shortestPassword,
  maxPasswordLength: 128,
  requireEmailVerification: true,
  revokeSessionsOnPasswordReset: true,
  resetPasswordTokenExpiresIn: hourSeconds,
  password: { hash: hashPassword, verify: verifyPassword },
  sendResetPassword: ({ user, token }: { user: { email: string }; token: string }) => send('reset', user, token),
  onExistingUserSignUp: ({ user }: { user: { email: string } }) => send('exists', user),
})

const withConfirmation = (send: SendLink) => ({
  sendOnSignUp: true,
  sendOnSignIn: true,
  autoSignInAfterVerification: true,
  expiresIn: hourSeconds,
  sendVerificationEmail: ({ user, token }: { user: { email: string }; token: string }) => send('confirm', user, token),
})

/** A new session acts for the organisation that its person acted for last. */
const sessionHooks = (database: Database) => ({
  create: {
    before: async (session: { userId: string } & Record<string, unknown>) => {
      const known = session['organisationId']
      return {
        data: {
          ...session,
          organisationId: known ?? (await firstOrganisation(database, asId<UserId>(session.userId))),
        },
      }
    },
  },
})

/**
 * better-auth over our own tables. Its HTTP surface is not mounted: our endpoints call it, so that nothing is reachable
 * that our contracts do not name.
 */
export function createAuth(settings: IdentitySettings) {
  const { database, secret, publicUrl } = settings
  const send = linkSender(settings)
  const schema = {
    user: users,
    session: sessions,
    account: accounts,
    verification: verifications,
    twoFactor: twoFactors,
  }
  const adapter = drizzleAdapter(database.drizzle, { provider: 'pg', schema, transaction: true })
  return betterAuth({
    baseURL: publicUrl,
    secret,
    database: (options: BetterAuthOptions) => hashSessions(adapter(options)),
    // It would log addresses of people and links; what goes wrong reaches us as errors.
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: withPassword(send),
    emailVerification: withConfirmation(send),
    user: { additionalFields: { locale: { type: 'string', required: false, defaultValue: 'en' } } },
    session: {
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      additionalFields: { organisationId: { type: 'string', required: false, input: false } },
    },
    verification: { storeIdentifier: 'hashed' },
    databaseHooks: { session: sessionHooks(database) },
    advanced: {
      cookiePrefix: cookiePrefix(publicUrl),
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: publicUrl.startsWith('https:') },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => uuidv7() },
    },
    plugins: [
      magicLink({
        expiresIn: 600,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token, metadata }) => send('sign-in', { email, locale: metadata?.['locale'] }, token),
      }),
      twoFactor({ issuer: 'Enlace' }),
      secondFactorAfterLink(),
    ],
  })
}
export type Auth = ReturnType<typeof createAuth>
