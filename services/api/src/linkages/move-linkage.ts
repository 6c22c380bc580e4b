import type {
  declineMove as declineContract,
  moveLinkage as moveContract,
  undoMove as undoContract,
} from '@enlace/contracts'
import { Problem, proposalOf, type LinkageStage } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { sideFor } from './own-linkage.ts'
import { step } from './step.ts'
import { viewLinkage } from './view-linkage.ts'

const checkSeen = (stage: LinkageStage, seen: LinkageStage): void => {
  if (stage !== seen)
    throw new Problem('thing.changed', 'The other side, or a colleague, was faster. Look at it again.')
}

/** Takes or proposes a step; what was done by the time it is asked for again is left as it is. */
export const moveLinkage: Handler<typeof moveContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  if (linkage.stage !== body.to || body.from === body.to) {
    checkSeen(linkage.stage, body.from)
    if (body.to === 'stopped' && body.reason === '')
      throw new Problem('input.invalid', 'Say why you stop; the other side reads it.', [
        { path: 'body.reason', code: 'too_small', message: 'Say why you stop; the other side reads it.' },
      ])
    await step({ tx, actor, record }, linkage, { kind: 'step', to: body.to }, body.reason)
  }
  return viewLinkage(tx, actor, params.id)
}

export const declineMove: Handler<typeof declineContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  // What is declined is what was seen, not what was proposed since.
  if (proposalOf(linkage)?.to !== body.to) throw new Problem('linkage.step', 'This step is not proposed any more.')
  await step({ tx, actor, record }, linkage, { kind: 'decline' }, body.reason)
  return viewLinkage(tx, actor, params.id)
}

export const undoMove: Handler<typeof undoContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  checkSeen(linkage.stage, body.from)
  await step({ tx, actor, record }, linkage, { kind: 'undo' }, '')
  return viewLinkage(tx, actor, params.id)
}
