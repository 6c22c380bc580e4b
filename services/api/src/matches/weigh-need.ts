import type { resetWeights as resetContract, setWeights as setContract } from '@enlace/contracts'
import { dropWeights, keepWeights, readUsualWeights, type NeedRow, type Transaction } from '@enlace/database'
import { checkWeights, Problem, weightsFor, type MemberActor, type NeedId, type WeightProfile } from '@enlace/domain'

import type { Call, Handler } from '../http/mount.ts'
import { needFor } from '../needs/own-need.ts'

const notOpen = (): Problem =>
  new Problem('need.not-published', 'Only the list of an open need can be weighed; of any other it stands as it was.')

async function openNeed(tx: Transaction, actor: MemberActor, id: NeedId): Promise<NeedRow> {
  const need = await needFor(tx, actor, id, 'need.amend')
  if (need.state !== 'published') throw notOpen()
  return need
}

type Tell = Pick<Call<typeof setContract>, 'record' | 'audit'>
async function tell(
  { record, audit }: Tell,
  { id, organisationId, version }: NeedRow,
  weights: WeightProfile,
): Promise<void> {
  await record('need.weighed', { needId: id, organisationId, version, weights: weights.version })
  await audit('need.weighed', { needId: id }, { version, weights: { ...weights } })
}

/** Puts a buyer's own weights in force for one of its needs, which is ranked anew by them. */
export const setWeights: Handler<typeof setContract> = async ({ tx, actor, params, body, record, audit }) => {
  const need = await openNeed(tx, actor, params.id)
  checkWeights(body)
  const kept = await keepWeights(tx, need.id, body, actor.userId)
  if (kept === null) throw notOpen()
  await tell({ record, audit }, need, kept)
  return kept
}

/** Puts the usual weights of its governance in force again for a need; where it is already, nothing happens. */
export const resetWeights: Handler<typeof resetContract> = async ({ tx, actor, params, record, audit }) => {
  const need = await openNeed(tx, actor, params.id)
  const profile = weightsFor(need.governance, await readUsualWeights(tx, need.id))
  if (await dropWeights(tx, need.id)) await tell({ record, audit }, need, profile)
  return profile
}
