import type { cancelNeed, closeNeed } from '@enlace/contracts'
import { endNeed, viewNeed } from '@enlace/database'
import { Problem, type NeedState } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { needFor } from './own-need.ts'

/** Ends a need for good: closed when it was served, cancelled when it fell away. */
const ending =
  (to: 'closed' | 'cancelled', from: readonly NeedState[]): Handler<typeof closeNeed | typeof cancelNeed> =>
  async ({ tx, actor, params, record, audit }) => {
    const need = await needFor(tx, actor, params.id, 'need.close')
    if (!(await endNeed(tx, need.id, from, to))) throw new Problem('need.not-published', 'This need has ended already.')
    await record(`need.${to}`, { needId: need.id, organisationId: need.organisationId, version: need.version })
    await audit(`need.${to}`, { needId: need.id }, { version: need.version })
    return viewNeed(await needFor(tx, actor, need.id, 'need.read'), actor.organisationId)
  }

export const close = ending('closed', ['published'])
export const cancel = ending('cancelled', ['draft', 'published'])
