import type { saveBrief as saveContract, submitBrief as submitContract } from '@enlace/contracts'
import {
  countVoters,
  hasProposals,
  insertBrief,
  layBefore,
  listClusters,
  lockChallenge,
  replaceBrief,
} from '@enlace/database'
import { checkBrief, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { challengeFor, ownChallengeFor } from './challenge-for.ts'
import { viewChallenge } from './challenge-view.ts'

const changed = (): Problem =>
  new Problem('thing.changed', 'Somebody changed this brief meanwhile. Look at it again before you save.')

/** Writes a brief; one that is before its board, or that firms answered or are asked to bid on, stays as it is. */
export const saveBrief: Handler<typeof saveContract> = async ({ tx, actor, params, body, record }) => {
  const { id, organisationId } = await ownChallengeFor(tx, actor, params.id, 'challenge.write')
  await lockChallenge(tx, id)
  const { brief } = await challengeFor(tx, id)
  const isAsked = (await listClusters(tx, id)).some(({ call }) => call !== null && call.phase !== 'draft')
  if (brief?.state === 'screening' || isAsked || (await hasProposals(tx, id)))
    throw new Problem(
      'challenge.brief-state',
      'A brief stays as it is while its board votes, and once a firm proposed or was asked for a bid.',
    )
  const saved = { needId: id, organisationId, content: body.content, quorum: body.quorum, by: actor.userId }
  const kept = body.revision === 0 ? await insertBrief(tx, saved) : await replaceBrief(tx, saved, body.revision)
  if (!kept) throw changed()
  const row = await challengeFor(tx, id)
  await record('brief.saved', { needId: id, organisationId, version: row.brief?.version ?? 1 })
  return viewChallenge(tx, row, actor)
}

/** Lays a brief before the board, if enough colleagues can vote on it. */
export const submitBrief: Handler<typeof submitContract> = async ({ tx, actor, params, body, record, audit }) => {
  const { id, organisationId } = await ownChallengeFor(tx, actor, params.id, 'challenge.write')
  await lockChallenge(tx, id)
  const { brief } = await challengeFor(tx, id)
  if (brief === null || brief.state !== 'draft')
    throw new Problem('challenge.brief-state', 'Only a draft goes before the board; write the brief anew first.')
  checkBrief(brief.content)
  const voters = await countVoters(tx, organisationId, brief.authorId)
  if (voters < brief.quorum)
    throw new Problem(
      'challenge.board-small',
      `${voters} of your colleagues can vote on this, and ${brief.quorum} must. Invite colleagues or ask for fewer votes.`,
    )
  if (!(await layBefore(tx, id, body.revision))) throw changed()
  await record('brief.submitted', { needId: id, organisationId, version: brief.version })
  await audit('brief.submitted', { needId: id }, { version: brief.version })
  return viewChallenge(tx, await challengeFor(tx, id), actor)
}
