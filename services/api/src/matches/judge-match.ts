import type { judgeMatch as contract } from '@enlace/contracts'
import {
  dismissMatch,
  inviteSupplier,
  readRanking,
  restoreMatch,
  withdrawInvitation,
  type Transaction,
} from '@enlace/database'
import { Problem, type NeedId, type OrganisationId } from '@enlace/domain'

import { refuseExcluded } from '../exclusions/not-excluded.ts'
import type { Handler } from '../http/mount.ts'
import { needFor } from '../needs/own-need.ts'

type Verdict = 'invite' | 'withdraw-invitation' | 'dismiss' | 'restore'

const effects: Readonly<
  Record<Verdict, (tx: Transaction, needId: NeedId, supplierId: OrganisationId, reason: string) => Promise<void>>
> = {
  invite: inviteSupplier,
  'withdraw-invitation': withdrawInvitation,
  dismiss: dismissMatch,
  restore: restoreMatch,
}

/** A buyer invites one of its matches, sets it aside, or takes either back. */
export const judgeMatch: Handler<typeof contract> = async ({ tx, actor, params, body, record }) => {
  const need = await needFor(tx, actor, params.id, 'need.amend')
  if (need.state !== 'published')
    throw new Problem('match.not-answerable', 'This need is not open; its list stands as it was.')
  const listed = await readRanking(tx, need.id, params.supplierId)
  if (listed === null || listed.items.length === 0)
    throw new Problem('thing.not-found', 'This supplier is not on the list of this need.')
  if (body.verdict === 'invite')
    await refuseExcluded(tx, need.organisationId, { id: params.supplierId, path: 'params.supplierId' })
  await effects[body.verdict](tx, need.id, params.supplierId, body.reason)
  await record('match.judged', {
    needId: need.id,
    organisationId: need.organisationId,
    supplierId: params.supplierId,
    verdict: body.verdict,
  })
  const judged = await readRanking(tx, need.id, params.supplierId)
  const [row] = judged?.items ?? []
  if (row === undefined) throw new Problem('thing.conflict', 'The list changed at the same moment. Try again.')
  return row
}
