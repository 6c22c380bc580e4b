import type {
  changeRole as changeContract,
  listMembers as listContract,
  removeMember as removeContract,
} from '@enlace/contracts'
import { deleteMember, listMembers as list, lockOrganisation, setRole, type MemberChange } from '@enlace/database'
import { isRoleOfKind, Problem } from '@enlace/domain'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { checkOwn } from './own-organisation.ts'

export const listMembers: Handler<typeof listContract> = async ({ tx, actor, params, query }) => {
  checkOwn(actor, params.id, 'member.read')
  const after = fromCursor(query.cursor, { name: 'string', id: 'string' })
  const rows = await list(tx, params.id, {
    after: after === null ? null : [after.name, after.id],
    limit: query.limit + 1,
  })
  const page = cutPage(rows, query.limit, (last) => ({ name: last.name, id: last.userId }))
  return { items: page.items.map((row) => ({ ...row, me: row.userId === actor.userId })), next: page.next }
}

function checkDone(change: MemberChange): void {
  if (change === 'not-found') throw new Problem('thing.not-found', 'This person is not a member of your organisation.')
  if (change === 'last-owner')
    throw new Problem('organisation.last-owner', 'Make another member an owner first; an organisation needs one.')
}

/** Gives a member another role; it holds from that member's next request on. */
export const changeRole: Handler<typeof changeContract> = async ({
  tx,
  actor,
  params: { id, userId },
  body,
  record,
  audit,
}) => {
  checkOwn(actor, id, 'organisation.change-role')
  if (!isRoleOfKind(actor.organisationKind, body.role))
    throw new Problem('organisation.role', 'There is no such role in an organisation of this kind.', [
      { path: 'body.role', code: 'organisation.role', message: 'Choose a role of this kind of organisation.' },
    ])
  await lockOrganisation(tx, id)
  checkDone(await setRole(tx, id, userId, body.role))
  await record('member.changed', { organisationId: id, userId })
  await audit('member.changed', { userId }, { role: body.role })
  return undefined
}

/** Ends a membership: an owner ends anybody's, everybody ends the own. */
export const removeMember: Handler<typeof removeContract> = async ({
  tx,
  actor,
  params: { id, userId },
  record,
  audit,
}) => {
  checkOwn(actor, id, userId === actor.userId ? 'organisation.leave' : 'organisation.remove-member')
  await lockOrganisation(tx, id)
  checkDone(await deleteMember(tx, id, userId))
  await record('member.left', { organisationId: id, userId })
  await audit('member.left', { userId }, {})
  return undefined
}
