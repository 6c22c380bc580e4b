import type { inviteToCall as contract, listInvited as listContract } from '@enlace/contracts'
import { inviteToCall as invite, listInvited as list, type CallRow, type Transaction } from '@enlace/database'
import { checkAsked, checkInvitation, dailyAsked, Problem, type OrganisationId } from '@enlace/domain'

import { refuseExcluded } from '../exclusions/not-excluded.ts'
import type { Handler } from '../http/mount.ts'
import { callFor, heldCallFor } from './call-for.ts'
import { decideInCall, inCall } from './decide-in-call.ts'

/**
 * Asks suppliers by name, within what an organisation may ask in a day and none that it excludes; those who were not asked before.
 * @param path where in what was sent the suppliers stand
 */
export async function askByName(
  tx: Transaction,
  call: Pick<CallRow, 'id' | 'organisationId'>,
  suppliers: readonly OrganisationId[],
  path: string,
): Promise<readonly OrganisationId[]> {
  await refuseExcluded(tx, call.organisationId, ...suppliers.map((id, at) => ({ id, path: `${path}.${at}` })))
  const { asked, today } = await invite(tx, call, suppliers)
  if (today > dailyAsked)
    throw new Problem('call.quota', `An organisation asks at most ${dailyAsked} suppliers a day by name.`)
  return asked
}

/** Asks more suppliers once the call is written; who is asked by a draft is told at its publication, as the others are. */
export const inviteToCall: Handler<typeof contract> = async ({ tx, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'invite')
  if (call.phase !== 'draft') checkInvitation(call, call.now)
  if (call.cluster !== null) checkAsked({ access: call.access, invited: body.supplierIds }, [])
  const supplierIds = await askByName(tx, call, body.supplierIds, 'body.supplierIds')
  if (call.phase === 'draft') await record('call.drafted', inCall(call))
  else if (supplierIds.length > 0)
    await decideInCall(
      { record, audit },
      'call.invited',
      { ...inCall(call), supplierIds: [...supplierIds] },
      { suppliers: supplierIds.join(' ') },
    )
  return { items: await list(tx, call.id) }
}

export const listInvited: Handler<typeof listContract> = async ({ tx, params }) => {
  const { id } = await callFor(tx, params.id, 'look-in')
  return { items: await list(tx, id) }
}
