import type { voteOnBrief as contract } from '@enlace/contracts'
import { castVote, decideBrief, listVotes, lockChallenge } from '@enlace/database'
import { boardDecision, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { challengeFor, ownChallengeFor } from './challenge-for.ts'
import { viewChallenge } from './challenge-view.ts'

/** Casts a vote; with enough of them, and more on one side, the board has decided. */
export const voteOnBrief: Handler<typeof contract> = async ({ tx, actor, params, body, record, audit }) => {
  const { id, organisationId } = await ownChallengeFor(tx, actor, params.id, 'challenge.vote')
  await lockChallenge(tx, id)
  const { brief } = await challengeFor(tx, id)
  if (brief === null || brief.state !== 'screening' || brief.version !== body.version)
    throw new Problem('challenge.brief-state', 'This brief is not before the board any more. Look at it again.')
  if (brief.authorId === actor.userId)
    throw new Problem('challenge.author', 'Who wrote a brief does not vote on it; your colleagues do.')
  await castVote(tx, {
    needId: id,
    version: brief.version,
    userId: actor.userId,
    organisationId: actor.organisationId,
    yes: body.yes,
    reason: body.reason,
  })
  const decision = boardDecision(await listVotes(tx, id, brief.version), brief.quorum)
  if (decision !== null) await decideBrief(tx, id, decision)
  await record('brief.voted', { needId: id, organisationId, version: brief.version, decision })
  await audit('brief.voted', { needId: id }, { version: brief.version, decision })
  return viewChallenge(tx, await challengeFor(tx, id), actor)
}
