import * as contract from '@enlace/contracts'
import {
  asSystem,
  deleteSession,
  deleteSessions,
  listSessions,
  record,
  setSessionOrganisation,
  updatePerson,
} from '@enlace/database'
import { Problem } from '@enlace/domain'
import { readActor, signOut, type Identity } from '@enlace/identity'

import type { Mount } from '../http/mount.ts'
import { signedIn } from './signed-in.ts'
import { viewSession } from './view-session.ts'
import { setCookies, visitorOf } from './visitor.ts'

/** The session of the caller, and its other ones. */
export function mountSessions(mount: Mount, identity: Identity, demo: boolean): void {
  const { database } = identity.settings
  const revoked = { organisationId: null }

  mount.open(contract.readSession, ({ actor }) => viewSession(identity, actor, demo))

  mount.open(contract.chooseOrganisation, async ({ request, body }) => {
    const { sessionId } = await signedIn(identity, request)
    const chosen = await asSystem(database, (tx) => setSessionOrganisation(tx, sessionId, body.organisationId))
    if (!chosen) throw new Problem('thing.not-found', 'You are not a member of this organisation.')
    const { actor } = await readActor(identity.settings, request.headers.cookie)
    return viewSession(identity, actor, demo)
  })

  mount.open(contract.updatePerson, async ({ request, body }) => {
    const { userId, actor } = await signedIn(identity, request)
    await asSystem(database, (tx) => updatePerson(tx, userId, body))
    return viewSession(identity, actor, demo)
  })

  mount.open(contract.listSessions, async ({ request }) => {
    const { userId, sessionId } = await signedIn(identity, request)
    const rows = await asSystem(database, (tx) => listSessions(tx, userId))
    return { items: rows.map((row) => ({ ...row, current: row.id === sessionId })) }
  })

  mount.open(contract.revokeSession, async ({ request, params }) => {
    const { userId } = await signedIn(identity, request)
    await asSystem(database, async (tx) => {
      if (!(await deleteSession(tx, userId, params.id)))
        throw new Problem('thing.not-found', 'This session has ended already.')
      await record(tx, 'session.revoked', { userId }, revoked)
    })
    return undefined
  })

  mount.open(contract.revokeOtherSessions, async ({ request }) => {
    const { userId, sessionId } = await signedIn(identity, request)
    return asSystem(database, async (tx) => {
      const count = await deleteSessions(tx, userId, sessionId)
      if (count > 0) await record(tx, 'session.revoked', { userId }, revoked)
      return { revoked: count }
    })
  })

  mount.open(contract.signOut, async ({ request, reply }) => {
    setCookies(reply, { value: null, cookies: await signOut(identity, visitorOf(request)) })
    return undefined
  })
}
