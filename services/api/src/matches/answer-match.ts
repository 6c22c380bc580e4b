import type { answerMatch as contract } from '@enlace/contracts'
import { readFeed, upsertAnswer } from '@enlace/database'
import { can, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'

/** Keeps a supplier's answer to a need it was matched with; the buyer hears it at once. */
export const answerMatch: Handler<typeof contract> = async ({ tx, actor, params, body, record }) => {
  const supplierId = actor.organisationId
  // The statement below finds only needs that this supplier is matched with or invited to.
  if (!can(actor, 'match.answer', { organisationId: null, relatedIds: [supplierId] }))
    throw new Problem('identity.forbidden', 'Only bidders of a supplying organisation answer needs.')
  const buyerId = await upsertAnswer(tx, { needId: params.id, supplierId, ...body, by: actor.userId })
  if (buyerId === null) throw new Problem('thing.not-found', 'This need is not open to you.')
  await record('match.answered', { needId: params.id, organisationId: buyerId, supplierId, answer: body.answer })
  const [row] = await readFeed(tx, supplierId, { after: null, limit: 1, kind: null, needId: params.id })
  if (row === undefined)
    throw new Problem('match.not-answerable', 'This need was ranked anew a moment ago and no longer fits you.')
  return row
}
