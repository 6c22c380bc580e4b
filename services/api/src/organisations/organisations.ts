import type { readOrganisation as readContract, updateOrganisation as updateContract } from '@enlace/contracts'
import { meetOrganisation, updateOrganisation as update, type Transaction } from '@enlace/database'
import { can, Problem, type MemberActor, type Organisation, type OrganisationId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { checkOwn } from './own-organisation.ts'

async function seen(
  tx: Transaction,
  actor: MemberActor,
  id: OrganisationId,
): Promise<Organisation & { mine: boolean }> {
  const organisation = await meetOrganisation(tx, id)
  // Names are public among those who act for an organisation; what one does is guarded where it is kept.
  if (organisation === null || !can(actor, 'organisation.read', { organisationId: id, published: true }))
    throw new Problem('thing.not-found', 'There is no such organisation.')
  return { ...organisation, mine: id === actor.organisationId }
}

export const readOrganisation: Handler<typeof readContract> = ({ tx, actor, params }) => seen(tx, actor, params.id)

export const updateOrganisation: Handler<typeof updateContract> = async ({ tx, actor, params, body, record }) => {
  checkOwn(actor, params.id, 'organisation.update')
  if (!(await update(tx, params.id, body))) throw new Problem('thing.not-found', 'There is no such organisation.')
  await record('organisation.updated', { organisationId: params.id })
  return seen(tx, actor, params.id)
}
