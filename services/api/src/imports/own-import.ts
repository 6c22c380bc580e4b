import type { ImportView } from '@enlace/contracts'
import { readImport, type Transaction } from '@enlace/database'
import { can, Problem, type Action, type ImportId, type MemberActor } from '@enlace/domain'

/** The agency's own import, if the actor may do this to it; row-level security hides those of others. */
export async function importFor(
  tx: Transaction,
  actor: MemberActor,
  id: ImportId,
  action: Action,
): Promise<ImportView> {
  checkImporter(actor, action)
  const view = await readImport(tx, id)
  if (view === null) throw new Problem('thing.not-found', 'There is no such import, or it is not yours to see.')
  return view
}

/** Refuses whoever may not do this to imports of its own organisation. */
export function checkImporter(actor: MemberActor, action: Action): void {
  if (!can(actor, action, { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only an agency brings lists in.')
}
