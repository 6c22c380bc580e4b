import { writeMove, type LockedLinkage } from '@enlace/database'
import {
  Problem,
  takeStep,
  type LinkageAct,
  type LinkageSide,
  type StepOutcome,
  type StepRefusal,
} from '@enlace/domain'

import { named, type Acting } from './own-linkage.ts'

type Locked = LockedLinkage & { readonly side: LinkageSide }

const refusals: Readonly<Record<StepRefusal, string>> = {
  'no-such-step': 'This step does not follow from where the linkage stands.',
  'not-yours': 'This step is for the other side to take.',
  'nothing-proposed': 'Nothing is proposed any more.',
  'too-late': 'It was too long ago to take it back.',
}

/** Does what an act of one side brings about in a locked linkage, and tells of it; what is refused changes nothing. */
export async function stepIfAllowed(
  acting: Acting,
  linkage: Locked,
  act: LinkageAct,
  reason = '',
): Promise<StepOutcome> {
  const outcome = takeStep(linkage, act, linkage.side, linkage.now.getTime())
  if (outcome === null || 'refused' in outcome) return outcome
  const { move } = outcome
  const { organisationId, userId } = acting.actor
  await writeMove(acting.tx, linkage, move, { organisationId, userId, reason })
  const of = named(linkage)
  if (move.kind === 'proposed') await acting.record('linkage.proposed', { ...of, to: move.to, by: linkage.side })
  else if (move.kind === 'declined') await acting.record('linkage.changed', of)
  else await acting.record('linkage.moved', { ...of, from: move.from, to: move.to, by: linkage.side })
  return outcome
}

/**
 * The same for an act that was asked for.
 * @throws Problem linkage.step
 */
export async function step(acting: Acting, linkage: Locked, act: LinkageAct, reason: string): Promise<void> {
  const outcome = await stepIfAllowed(acting, linkage, act, reason)
  if (outcome !== null && 'refused' in outcome) throw new Problem('linkage.step', refusals[outcome.refused])
}
