import type { UserId } from '@enlace/domain'

import { cookiePrefix, readSignedCookie, signCookie } from './cookie.ts'
import type { Kit } from './kit.ts'
import type { Visitor } from './settings.ts'

const pendingName = (kit: Kit): string => `${cookiePrefix(kit.settings.publicUrl)}.pending`
const hourSeconds = 3600

/**
 * Marks the browser that chose the password of an account whose address is not confirmed yet. It names the account,
 * not the address: whoever signs up with an address that a stranger took first must not vouch for the stranger's password.
 */
export function pendingCookie(kit: Kit, userId: UserId): string {
  const { secret, publicUrl } = kit.settings
  return signCookie({
    name: pendingName(kit),
    value: userId,
    secret,
    secure: publicUrl.startsWith('https:'),
    maxAge: hourSeconds,
  })
}

/** Whether this visitor's browser is the one that chose the password of this account. */
export const isPending = (kit: Kit, visitor: Visitor, userId: UserId): boolean =>
  readSignedCookie(visitor.cookie, pendingName(kit), kit.settings.secret) === userId
