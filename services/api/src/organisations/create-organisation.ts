import { v7 as uuidv7 } from 'uuid'

import type { createOrganisation as contract } from '@enlace/contracts'
import {
  appendEntry,
  asSystem,
  insertMember,
  insertOrganisation,
  readOrganisation,
  record,
  setSessionOrganisation,
} from '@enlace/database'
import { asId, assert, can, Problem, type OrganisationId } from '@enlace/domain'
import { allow, type Identity } from '@enlace/identity'

import type { OpenHandler } from '../http/mount.ts'
import { signedIn } from '../identity/signed-in.ts'

/** Founds an organisation with the caller as its first owner, who acts for it from now on. */
export const createOrganisation =
  (identity: Identity): OpenHandler<typeof contract> =>
  async ({ request, body, requestId }) => {
    const { userId, sessionId, actor } = await signedIn(identity, request)
    if (!can(actor, 'organisation.create', null))
      throw new Problem('identity.forbidden', 'You may not found an organisation.')
    await allow(identity.settings, 'foundingPerPerson', userId)
    const organisationId = asId<OrganisationId>(uuidv7())
    return asSystem(identity.settings.database, async (tx) => {
      await insertOrganisation(tx, { id: organisationId, ...body })
      await insertMember(tx, { organisationId, userId, role: 'owner' })
      await setSessionOrganisation(tx, sessionId, organisationId)
      await record(tx, 'organisation.created', { organisationId }, { organisationId, requestId })
      await record(tx, 'member.joined', { organisationId, userId }, { organisationId, requestId })
      const organisation = await readOrganisation(tx, organisationId)
      assert(organisation !== null, 'an organisation inserted in this transaction is there')
      const facts = { role: 'owner' }
      await appendEntry(tx, { act: 'member.joined', by: { organisationId, userId }, subject: { userId }, facts })
      return { ...organisation, mine: true }
    })
  }
