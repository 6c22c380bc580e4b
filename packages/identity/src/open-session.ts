import { v7 as uuidv7 } from 'uuid'

import { firstOrganisation, insertSession } from '@enlace/database'
import { asId, type OrganisationId, type SessionId, type UserId } from '@enlace/domain'

import { sessionCookie, signCookie } from './cookie.ts'
import { sessionSeconds, type IdentitySettings, type Visitor, type WithCookies } from './settings.ts'
import { hashToken, newToken } from './token.ts'

/** Opens a session for a person without asking for anything: for the demo's one click, and for tests. */
export async function openSession(
  settings: IdentitySettings,
  userId: UserId,
  visitor: Visitor,
  organisationId?: OrganisationId,
): Promise<WithCookies<SessionId>> {
  const token = newToken()
  const id = asId<SessionId>(uuidv7())
  await insertSession(settings.database, {
    id,
    userId,
    tokenHash: hashToken(token),
    organisationId: organisationId ?? (await firstOrganisation(settings.database, userId)),
    address: visitor.address,
    userAgent: visitor.userAgent?.slice(0, 300) ?? null,
    seconds: sessionSeconds,
  })
  const { publicUrl, secret } = settings
  const cookie = signCookie({
    name: sessionCookie(publicUrl),
    value: token,
    secret,
    secure: publicUrl.startsWith('https:'),
    maxAge: sessionSeconds,
  })
  return { value: id, cookies: [cookie] }
}
