import type {
  listInvitations as listContract,
  readInvitation as readContract,
  withdrawInvitation as withdrawContract,
} from '@enlace/contracts'
import { asSystem, listInvitations as list, readInvitation as read, withdrawMemberInvitation } from '@enlace/database'
import { Problem } from '@enlace/domain'
import { allow, hashToken, type Identity } from '@enlace/identity'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler, OpenHandler } from '../http/mount.ts'
import { checkOwn } from './own-organisation.ts'

export const listInvitations: Handler<typeof listContract> = async ({ tx, actor, params, query }) => {
  checkOwn(actor, params.id, 'member.read')
  const before = fromCursor(query.cursor, { id: 'string' })
  const rows = await list(tx, params.id, { before: before?.id ?? null, limit: query.limit + 1 })
  return cutPage(rows, query.limit, (last) => ({ id: last.id }))
}

export const withdrawInvitation: Handler<typeof withdrawContract> = async ({ tx, actor, params }) => {
  checkOwn(actor, params.id, 'organisation.invite')
  if (!(await withdrawMemberInvitation(tx, params.id, params.invitationId)))
    throw new Problem('thing.not-found', 'This invitation was accepted or withdrawn already.')
  return undefined
}

/** What an invitation is for; whoever holds its link may know. */
export const readInvitation =
  (identity: Identity): OpenHandler<typeof readContract> =>
  async ({ request, body }) => {
    await allow(identity.settings, 'tokenPerAddress', request.ip)
    const invitation = await asSystem(identity.settings.database, (tx) => read(tx, hashToken(body.token)))
    if (invitation === null)
      throw new Problem('invitation.spent', 'This invitation was used, withdrawn, or is too old. Ask for a new one.')
    const { organisationId: id, organisationName: name, kind, ...rest } = invitation
    return { organisation: { id, name, kind }, ...rest }
  }
