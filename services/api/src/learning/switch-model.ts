import type { rollBackModel as rollBackContract, switchModel as switchContract } from '@enlace/contracts'
import { readModels, rollBackChampion, switchChampion, type Switched } from '@enlace/database'
import { can, Problem, type MemberActor, type ModelId, type ProblemCode } from '@enlace/domain'

import type { Call, Handler } from '../http/mount.ts'

function admit(actor: MemberActor): void {
  if (!can(actor, 'model.switch', null))
    throw new Problem('identity.forbidden', "Only the platform's owners put models in force.")
}

/** Tells what a switch did; thrown problems undo all of it. */
async function tell(
  switched: Switched,
  replaced: ModelId,
  { record, audit }: Pick<Call<typeof switchContract>, 'record' | 'audit'>,
  unfit: readonly [code: ProblemCode, words: string],
): Promise<void> {
  if (switched === 'changed')
    throw new Problem('thing.changed', 'Another model is in force by now. Look at it before you change anything.')
  if (switched === 'unfit') throw new Problem(...unfit)
  await record('model.switched', { modelId: switched.modelId, replaced })
  if (switched.reweighs) await record('weights.changed', { modelId: switched.modelId })
  await audit('model.switched', { modelId: switched.modelId, replacedId: replaced }, {})
}

/** Puts a candidate in force where the champion is still the one that the caller saw. */
export const switchModel: Handler<typeof switchContract> = async ({ tx, actor, params, body, record, audit }) => {
  admit(actor)
  const switched = await switchChampion(tx, { id: params.id, champion: body.champion, by: actor.userId })
  await tell(switched, body.champion, { record, audit }, [
    'model.not-candidate',
    'There is no such candidate, or it is one no longer. Make a new one.',
  ])
  return readModels(tx)
}

/** Puts in force again what stood before the champion. */
export const rollBackModel: Handler<typeof rollBackContract> = async ({ tx, actor, body, record, audit }) => {
  admit(actor)
  const switched = await rollBackChampion(tx, body.champion, actor.userId)
  await tell(switched, body.champion, { record, audit }, [
    'model.nothing-before',
    'Nothing was in force before this model.',
  ])
  return readModels(tx)
}
