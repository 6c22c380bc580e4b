import { betterAuth, type BetterAuthOptions } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { magicLink, twoFactor } from 'better-auth/plugins'
import { v7 as uuidv7 } from 'uuid'

import { accounts, asSystem, firstOrganisation, queueMail, sessions, twoFactors, users, verifications } from '@enlace/database'
import { asId, type UserId } from '@enlace/domain'

import { cookiePrefix } from './cookie.ts'
import { hashSessions } from './hashed-sessions.ts'
import { secondFactorAfterLink } from './link-second-factor.ts'
import { writeMail, type IdentityMail, type MailLocale } from './mail-text.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { shortestPassword } from './password-rule.ts'
import { sessionSeconds, type IdentitySettings } from './settings.ts'

/** The header in which we tell better-auth the address that our server trusts. */
export const addressHeader = 'x-enlace-address'

const localeOf = (value: unknown): MailLocale => (value === 'es' ? 'es' : 'en')

/**
 * better-auth over our own tables. Its HTTP surface is not mounted: our endpoints call it, so that nothing is reachable
 * that our contracts do not name.
 */
export function createAuth(settings: IdentitySettings) {
  const { database, secret, publicUrl } = settings
  const page = (path: string, token?: string): string => `${publicUrl}${path}${token === undefined ? '' : `#token=${token}`}`
  const send = async (mail: IdentityMail): Promise<void> => {
    await asSystem(database, (tx) => queueMail(tx, writeMail(mail)))
  }
  const tables = { user: users, session: sessions, account: accounts, verification: verifications, twoFactor: twoFactors }
  const adapter = drizzleAdapter(database.drizzle, { provider: 'pg', schema: tables, transaction: true })
  return betterAuth({
    baseURL: publicUrl,
    secret,
    database: (options: BetterAuthOptions) => hashSessions(adapter(options)),
    // It would log addresses of people and links; what goes wrong reaches us as errors.
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: 128,
      requireEmailVerification: true,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      password: { hash: hashPassword, verify: verifyPassword },
      sendResetPassword: ({ user, token }) =>
        send({ kind: 'reset', recipient: user.email, locale: localeOf((user as { locale?: unknown }).locale), link: page('/sign-in/new-password', token) }),
      onExistingUserSignUp: ({ user }) =>
        send({ kind: 'exists', recipient: user.email, locale: localeOf((user as { locale?: unknown }).locale), link: page('/sign-in') }),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: 3600,
      sendVerificationEmail: ({ user, token }) =>
        send({ kind: 'confirm', recipient: user.email, locale: localeOf((user as { locale?: unknown }).locale), link: page('/sign-up/confirm', token) }),
    },
    user: { additionalFields: { locale: { type: 'string', required: false, defaultValue: 'en' } } },
    session: {
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      additionalFields: { organisationId: { type: 'string', required: false, input: false } },
    },
    verification: { storeIdentifier: 'hashed' },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, organisationId: session['organisationId'] ?? (await firstOrganisation(database, asId<UserId>(session.userId))) },
          }),
        },
      },
    },
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
        sendMagicLink: ({ email, token, metadata }) =>
          send({ kind: 'sign-in', recipient: email, locale: localeOf(metadata?.['locale']), link: page('/sign-in/link', token) }),
      }),
      twoFactor({ issuer: 'Enlace' }),
      secondFactorAfterLink(),
    ],
  })
}
export type Auth = ReturnType<typeof createAuth>
