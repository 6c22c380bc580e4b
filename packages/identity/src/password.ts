import { asSystem, deleteSessions, record } from '@enlace/database'
import { Problem, type SessionId, type UserId } from '@enlace/domain'

import { allow } from './allow.ts'
import { ask, headersOf, type Kit } from './kit.ts'
import { checkPassword } from './password-rule.ts'
import type { Visitor } from './settings.ts'

/** Sends a link with which a new password can be set, if there is such a person; says the same if not. */
export async function requestPasswordReset(kit: Kit, visitor: Visitor, body: { email: string }): Promise<void> {
  await allow(kit.settings, 'mailPerAddress', visitor.address)
  await allow(kit.settings, 'mailPerRecipient', body.email)
  await ask(kit, (api) =>
    api.requestPasswordReset({
      body: { email: body.email },
      headers: headersOf(visitor, ''),
      returnHeaders: true,
    }),
  )
}

/** Sets a new password with the token from the mail; all sessions of the person end. */
export async function resetPassword(
  kit: Kit,
  visitor: Visitor,
  body: { token: string; password: string },
): Promise<void> {
  await allow(kit.settings, 'tokenPerAddress', visitor.address)
  await checkPassword(body.password, [])
  await ask(kit, (api) =>
    api.resetPassword({
      body: { newPassword: body.password, token: body.token },
      headers: headersOf(visitor, ''),
      returnHeaders: true,
    }),
  )
}

/** Sets or changes a person's password; all its other sessions end. */
export async function changePassword(
  kit: Kit,
  visitor: Visitor,
  who: {
    readonly userId: UserId
    readonly sessionId: SessionId
    readonly personal: readonly string[]
    readonly hasPassword: boolean
  },
  body: { current: string | null; password: string },
): Promise<void> {
  await allow(kit.settings, 'passwordPerAccount', who.userId)
  await checkPassword(body.password, who.personal)
  const headers = headersOf(visitor)
  if (!who.hasPassword) {
    await ask(kit, (api) => api.setPassword({ body: { newPassword: body.password }, headers, returnHeaders: true }))
  } else {
    const currentPassword = body.current
    if (currentPassword === null)
      throw new Problem('password.wrong', 'Write your current password too.', [
        { path: 'body.current', code: 'password.wrong', message: 'Write your current password too.' },
      ])
    await ask(kit, (api) =>
      api.changePassword({
        body: { currentPassword, newPassword: body.password },
        headers,
        returnHeaders: true,
      }),
    )
  }
  await asSystem(kit.settings.database, async (tx) => {
    const ended = await deleteSessions(tx, who.userId, who.sessionId)
    if (ended > 0) await record(tx, 'session.revoked', { userId: who.userId }, { organisationId: null })
  })
}
