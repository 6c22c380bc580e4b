import { readNeed, type NeedRow, type Transaction } from '@enlace/database'
import { can, Problem, type Action, type MemberActor, type NeedId } from '@enlace/domain'

/**
 * The need, if the actor may do this to it. One that the actor cannot see is not there; one it sees but may not
 * change is forbidden.
 */
export async function needFor(tx: Transaction, actor: MemberActor, id: NeedId, action: Action): Promise<NeedRow> {
  const need = await readNeed(tx, id)
  if (need === null) throw new Problem('thing.not-found', 'There is no such need, or it is not yours to see.')
  // Row-level security already hid what is neither own, invited nor public.
  if (!can(actor, action, { organisationId: need.organisationId, published: need.state !== 'draft' }))
    throw new Problem('identity.forbidden', 'Only its owner may do this to a need.')
  return need
}
