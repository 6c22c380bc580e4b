import { v7 as uuidv7 } from 'uuid'

import type { nameRival as contract } from '@enlace/contracts'
import {
  findRivalry,
  insertRivalry,
  isOwnName,
  lockRivalries,
  meetOrganisation,
  type NamedRival,
  type Transaction,
} from '@enlace/database'
import { asId, Problem, rivalLimit, type MemberActor, type RivalryId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { checkKeepsRivals } from './check-keeps-rivals.ts'

/** Names a rival. The answer is the same whether such a firm is here or not, unless it was picked from those one sees. */
export const nameRival: Handler<typeof contract> = async ({ tx, actor, body, record }) => {
  checkKeepsRivals(actor)
  const { organisationId } = actor
  // One that is named already is no longer seen, so it is looked for first; two who name the same at once keep one.
  await lockRivalries(tx, organisationId)
  const known = await findRivalry(tx, body)
  if (known !== null) return known
  const label = await labelOf(tx, actor, body)
  const id = asId<RivalryId>(uuidv7())
  const rival = await insertRivalry(tx, { id, organisationId, by: actor.userId, named: body, label })
  if (rival === null)
    throw new Problem(
      'rival.limit',
      `You name ${rivalLimit} rivals, which is the most. Remove one that is none any more.`,
    )
  await record('rival.named', { organisationId })
  return rival
}

async function labelOf(tx: Transaction, actor: MemberActor, named: NamedRival): Promise<string> {
  const own = (): Problem => new Problem('rival.own', 'This is your own organisation.')
  if (named.by !== 'supplier') {
    if (await isOwnName(tx, named)) throw own()
    return named.by === 'name' ? named.name : named.taxId
  }
  if (named.supplierId === actor.organisationId) throw own()
  const organisation = await meetOrganisation(tx, named.supplierId)
  if (organisation === null)
    throw new Problem('thing.not-found', 'There is no such supplier, or it is not yours to see.')
  if (organisation.kind !== 'supplier') throw new Problem('rival.kind', 'Only suppliers can be rivals; this is none.')
  return organisation.name
}
