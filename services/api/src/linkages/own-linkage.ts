import type { EventName, EventPayload } from '@enlace/contracts'
import { lockLinkage, readLinkage, type LockedLinkage, type ReadLinkage, type Transaction } from '@enlace/database'
import { can, Problem, type Action, type LinkageId, type LinkageSide, type MemberActor } from '@enlace/domain'

/** What commands about a linkage need of their call; who answers by the link of a mail has the same. */
export type Acting = {
  readonly tx: Transaction
  readonly actor: MemberActor
  readonly record: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => Promise<void>
}

export const absent = (): Problem =>
  new Problem('thing.not-found', 'There is no such thing, or it is not yours to see.')
const forbidden = (): Problem => new Problem('identity.forbidden', 'Your role does not allow this.')

/** A linkage that the actor may read; one that row-level security hides is not there. */
export async function linkageFor(
  tx: Transaction,
  actor: MemberActor,
  id: LinkageId,
  action: Action,
): Promise<ReadLinkage> {
  const linkage = await readLinkage(tx, actor.organisationId, id)
  if (linkage === null) throw absent()
  // Its row was shown, so whoever is not its buyer is joined to it.
  const own = linkage.reader === 'buyer' ? actor.organisationId : null
  if (!can(actor, action, { organisationId: own, relatedIds: [actor.organisationId] })) throw forbidden()
  return linkage
}

/** A linkage that the actor acts in, as it stands until the transaction ends. */
export async function sideFor({ tx, actor }: Acting, id: LinkageId): Promise<LockedLinkage & { side: LinkageSide }> {
  const linkage = await lockLinkage(tx, id)
  if (linkage === null) throw absent()
  const { buyerId, supplierId } = linkage
  if (!can(actor, 'linkage.act', { organisationId: buyerId, relatedIds: [supplierId] })) throw forbidden()
  return { ...linkage, side: actor.organisationId === buyerId ? 'buyer' : 'supplier' }
}

/** What every event about a linkage says. */
export const named = ({ id, buyerId, supplierId }: Pick<LockedLinkage, 'id' | 'buyerId' | 'supplierId'>) => ({
  linkageId: id,
  buyerId,
  supplierId,
})

export const closed = (): Problem =>
  new Problem('linkage.closed', 'This is possible once both sides said yes, and no longer after one stopped.')
