import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { deleteSessionCookie } from 'better-auth/cookies'
import { generateRandomString } from 'better-auth/crypto'

const challengeSeconds = 600

/**
 * Asks for the second factor after a sign-in link too: better-auth's own plugin asks only after a password, which
 * would let a stolen mailbox in alone. The challenge is of the same form, so the same code completes it.
 */
export const secondFactorAfterLink = (): BetterAuthPlugin => ({
  id: 'second-factor-after-link',
  hooks: {
    after: [
      {
        matcher: ({ path }) => path === '/magic-link/verify',
        handler: createAuthMiddleware(async (ctx) => {
          const signedIn = ctx.context.newSession
          if (!signedIn?.user['twoFactorEnabled']) return undefined
          deleteSessionCookie(ctx, true)
          await ctx.context.internalAdapter.deleteSession(signedIn.session.token)
          ctx.context.setNewSession(null)
          const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: challengeSeconds })
          const identifier = `2fa-${generateRandomString(32)}`
          const expiresAt = new Date(Date.now() + challengeSeconds * 1000)
          await ctx.context.internalAdapter.createVerificationValue({ identifier, value: signedIn.user.id, expiresAt })
          await ctx.context.internalAdapter.createVerificationValue({
            identifier: `2fa-attempts-${identifier}`,
            value: '0',
            expiresAt,
          })
          await ctx.setSignedCookie(cookie.name, identifier, ctx.context.secret, cookie.attributes)
          return ctx.json({ twoFactorRedirect: true, twoFactorMethods: ['totp'] })
        }),
      },
    ],
  },
})
