import { v7 as uuidv7 } from 'uuid'

import type { requestLinkage as contract } from '@enlace/contracts'
import { insertRequest, lockLinkage, writeMove, type RequestRefusal } from '@enlace/database'
import { asId, can, Problem, type LinkageId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, named, sideFor } from './own-linkage.ts'
import { stepIfAllowed } from './step.ts'
import { viewLinkage } from './view-linkage.ts'

const refusals: Readonly<Record<RequestRefusal, () => Problem>> = {
  absent,
  brokered: () =>
    new Problem(
      'linkage.brokered',
      'Several buyers ask for this; propose, and each that is interested begins a linkage.',
    ),
  limit: () => new Problem('linkage.limit', 'You asked as many today as one may in a day. Go on tomorrow.'),
  resting: () => new Problem('linkage.resting', 'They said no not long ago. Leave it at that for a month.'),
  blocked: () => new Problem('linkage.blocked', 'One of you closed the room to the other.'),
}

/** Asks the other side of a match for a linkage; where that side asked before, this is the answer it waited for. */
export const requestLinkage: Handler<typeof contract> = async ({ tx, actor, body, record }) => {
  const { organisationId, userId } = actor
  const supplierId = actor.organisationKind === 'supplier' ? organisationId : body.supplierId
  const own = actor.organisationKind === 'supplier' ? null : organisationId
  if (!can(actor, 'linkage.act', { organisationId: own, relatedIds: [organisationId] }))
    throw new Problem('identity.forbidden', 'Your organisation or your role sends no requests.')
  if (supplierId === null)
    throw new Problem('input.invalid', 'Say which supplier you ask.', [
      { path: 'body.supplierId', code: 'invalid_type', message: 'Say which supplier you ask.' },
    ])
  const id = asId<LinkageId>(uuidv7())
  const asked = await insertRequest(tx, { id, needId: body.needId, supplierId, by: organisationId })
  if ('refusal' in asked) throw refusals[asked.refusal]()
  const acting = { tx, actor, record }
  const linkage = await lockLinkage(tx, asked.id)
  if (linkage === null) throw absent()
  if (asked.fresh) {
    const by = organisationId === linkage.buyerId ? 'buyer' : 'supplier'
    const move = { kind: 'proposed', from: 'requested', to: 'match', by, at: linkage.now.getTime() } as const
    await writeMove(tx, linkage, move, { organisationId, userId, reason: body.reason })
    await record('linkage.requested', { ...named(linkage), by })
  } else if (linkage.stage === 'requested')
    await stepIfAllowed(acting, await sideFor(acting, asked.id), { kind: 'step', to: 'match' }, body.reason)
  return viewLinkage(tx, actor, asked.id)
}
