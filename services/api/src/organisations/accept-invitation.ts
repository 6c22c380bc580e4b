import type { acceptInvitation as contract } from '@enlace/contracts'
import {
  appendEntry,
  asSystem,
  insertMember,
  readInvitation,
  record,
  setSessionOrganisation,
  useInvitation,
} from '@enlace/database'
import { Problem } from '@enlace/domain'
import { allow, hashToken, type Identity } from '@enlace/identity'

import type { OpenHandler } from '../http/mount.ts'
import { signedIn } from '../identity/signed-in.ts'

/** Makes the caller a member by an invitation sent to its own address; the invitation is used up in one statement. */
export const acceptInvitation =
  (identity: Identity): OpenHandler<typeof contract> =>
  async ({ request, body, requestId }) => {
    const { userId, sessionId } = await signedIn(identity, request)
    await allow(identity.settings, 'tokenPerAddress', request.ip)
    const tokenHash = hashToken(body.token)
    return asSystem(identity.settings.database, async (tx) => {
      const used = await useInvitation(tx, tokenHash, userId)
      if (used === null) {
        if ((await readInvitation(tx, tokenHash)) === null)
          throw new Problem(
            'invitation.spent',
            'This invitation was used, withdrawn, or is too old. Ask for a new one.',
          )
        throw new Problem(
          'invitation.other-person',
          'This invitation was sent to another address. Sign in with that one.',
        )
      }
      const { organisationId, role } = used
      const joined = await insertMember(tx, { organisationId, userId, role })
      await setSessionOrganisation(tx, sessionId, organisationId)
      if (joined) {
        await record(tx, 'member.joined', { organisationId, userId }, { organisationId, requestId })
        await appendEntry(tx, {
          act: 'member.joined',
          by: { organisationId, userId },
          subject: { userId },
          facts: { role },
        })
      }
      return { organisationId }
    })
  }
