import type { undoMerge as contract } from '@enlace/contracts'
import { readPublishedPassports, unmergeSuppliers, type UndoRefusal } from '@enlace/database'
import { Problem, type ProblemCode } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { checkMerger } from './check-merger.ts'

const refusals: Readonly<Record<UndoRefusal, readonly [ProblemCode, string]>> = {
  absent: ['thing.not-found', 'There is no such merge, or it is not yours to undo.'],
  undone: ['merge.undone', 'This merge was undone already.'],
  late: ['merge.late', 'A merge can be undone for thirty days, and these are over.'],
  changed: [
    'merge.changed',
    'One of the two was changed, answered or invited since; undoing the merge would lose that.',
  ],
}

/** Puts two merged suppliers back as they were. */
export const undoMerge: Handler<typeof contract> = async ({ tx, actor, params, record, audit }) => {
  checkMerger(actor, 'firm.merge')
  const done = await unmergeSuppliers(tx, params.id)
  if ('refusal' in done) {
    const [code, message] = refusals[done.refusal]
    throw new Problem(code, message)
  }
  const { survivorId, absorbedId } = done
  await record('supplier.unmerged', { organisationId: survivorId, absorbedId, mergeId: params.id })
  for (const { organisationId, version } of await readPublishedPassports(tx, [survivorId, absorbedId]))
    await record('passport.published', { organisationId, version })
  await audit('supplier.unmerged', { survivorId, absorbedId, mergeId: params.id }, {})
  return undefined
}
