import type { chooseMatch as contract } from '@enlace/contracts'
import { dropChoice, keepChoice, readRanking } from '@enlace/database'
import { Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { needFor } from '../needs/own-need.ts'

/** A buyer notes whom it shortlisted or gave the work, also after the need was closed; the supplier hears nothing of it. */
export const chooseMatch: Handler<typeof contract> = async ({ tx, actor, params, body, record, audit }) => {
  const need = await needFor(tx, actor, params.id, 'need.amend')
  if (need.state !== 'published' && need.state !== 'closed')
    throw new Problem('match.not-answerable', 'Nobody can be chosen for a need that is a draft or was cancelled.')
  const ids = { needId: need.id, supplierId: params.supplierId }
  const listed = await readRanking(tx, need.id, params.supplierId)
  if (listed === null || listed.items.length === 0)
    throw new Problem('thing.not-found', 'This supplier is not on the list of this need.')
  const changed =
    body.choice === null
      ? await dropChoice(tx, need.id, params.supplierId)
      : await keepChoice(tx, { ...ids, choice: body.choice, by: actor.userId })
  if (changed) {
    await record('match.chosen', { ...ids, organisationId: need.organisationId, choice: body.choice })
    await audit('match.chosen', ids, { choice: body.choice })
  }
  const [row] = (await readRanking(tx, need.id, params.supplierId))?.items ?? []
  if (row === undefined) throw new Problem('thing.conflict', 'The list changed at the same moment. Try again.')
  return row
}
