import type { OrganisationId } from '../brand.ts'
import type { CallAccess } from '../calls/call.ts'
import { Problem } from '../problem.ts'
import { openActs, type ProposalStanding, type StageAct } from './stages.ts'

/** A firm of a cluster, and whether it accepted the terms of the challenge that are in force. */
export type ClusterFirm = { readonly id: OrganisationId; readonly agreed: boolean }

/**
 * Refuses a call of a cluster that others than its firms could answer.
 * @throws Problem cluster.outsider
 */
export function checkAsked(
  { access, invited }: { readonly access: CallAccess; readonly invited: readonly OrganisationId[] },
  firms: readonly ClusterFirm[],
): void {
  const message = 'A call of a cluster asks its firms and nobody else.'
  if (access !== 'invited')
    throw new Problem('cluster.outsider', message, [{ path: 'body.access', code: 'fixed', message }])
  if (invited.some((id) => !firms.some((firm) => firm.id === id)))
    throw new Problem('cluster.outsider', message, [{ path: 'body.invited', code: 'absent', message }])
}

/**
 * Refuses to ask a cluster for bids before each of its firms agreed to whom what comes of it belongs.
 * @throws Problem cluster.terms
 */
export function checkAgreed(firms: readonly ClusterFirm[]): void {
  const missing = firms.filter(({ agreed }) => !agreed).length
  if (missing > 0)
    throw new Problem('cluster.terms', `${missing} of the ${firms.length} firms have not accepted the terms in force.`)
}

/** What an award means for a proposal where it stands: the winner's goes a stage on, another is stopped unless it has ended. */
export const awardedAct = (standing: ProposalStanding, won: boolean): StageAct | null =>
  won ? 'advance' : openActs(standing, 'buyer').includes('stop') ? 'stop' : null
