import { v7 as uuidv7 } from 'uuid'

import type { inviteMember as contract } from '@enlace/contracts'
import { isMemberByEmail, queueMail, readName, readOrganisation, replaceInvitation } from '@enlace/database'
import { asId, isRoleOfKind, Problem, type InvitationId } from '@enlace/domain'
import { allow, hashToken, newToken, writeMail, type Identity } from '@enlace/identity'

import type { Handler } from '../http/mount.ts'
import { checkOwn } from './own-organisation.ts'

/** Invites a person by mail, in the inviter's language; the mail is queued in the same transaction. */
export const inviteMember =
  (identity: Identity): Handler<typeof contract> =>
  async ({ tx, actor, params: { id: organisationId }, body: { email, role }, record }) => {
    checkOwn(actor, organisationId, 'organisation.invite')
    if (!isRoleOfKind(actor.organisationKind, role))
      throw new Problem('organisation.role', 'There is no such role in an organisation of this kind.', [
        { path: 'body.role', code: 'organisation.role', message: 'Choose a role of this kind of organisation.' },
      ])
    await allow(identity.settings, 'invitingPerOrganisation', organisationId)
    if (await isMemberByEmail(tx, organisationId, email))
      throw new Problem('thing.conflict', 'This person is a member already.', [
        { path: 'body.email', code: 'thing.conflict', message: 'A member has this address.' },
      ])
    const token = newToken()
    const inviter = await readName(tx, actor.userId)
    const organisation = await readOrganisation(tx, organisationId)
    const mailId = await queueMail(
      tx,
      writeMail({
        kind: 'invitation',
        recipient: email,
        locale: inviter?.locale ?? 'en',
        link: `${identity.settings.publicUrl}/invitation#token=${token}`,
        organisation: organisation?.name ?? '',
        inviter: inviter?.name ?? '',
      }),
    )
    const invitation = await replaceInvitation(tx, {
      id: asId<InvitationId>(uuidv7()),
      organisationId,
      email,
      role,
      tokenHash: hashToken(token),
      invitedBy: actor.userId,
      mailId,
    })
    await record('member.invited', { organisationId, invitationId: invitation.id })
    return invitation
  }
