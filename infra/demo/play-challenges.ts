import * as contract from '@enlace/contracts'
import { moveProposal } from '@enlace/api/challenges/move-proposal'
import { startProposal } from '@enlace/api/challenges/start-proposal'
import { voteOnBrief } from '@enlace/api/challenges/vote-on-brief'
import { saveBrief, submitBrief } from '@enlace/api/challenges/write-brief'
import type { Transaction } from '@enlace/database'
import { assert, type NeedId } from '@enlace/domain'

import { act } from './act.ts'
import type { Cast } from './cast.ts'
import type { Demo } from './demo.ts'
import { demoId } from './demo-id.ts'

/** Opens challenges of the demo for proposals: a brief, the votes of its board, and what firms propose. */
export async function playChallenges(tx: Transaction, { challenges, needs }: Demo, cast: Cast): Promise<void> {
  for (const { buyer, title, brief, votes, proposals } of challenges) {
    const need = needs.find(({ organisation, content }) => organisation === buyer && content.title === title)
    assert(need !== undefined, `${buyer} posted ${title}`)
    const params = { id: demoId<NeedId>('need', need.key) }
    const body = { content: brief, quorum: votes.length, revision: 0 }
    await act(tx, cast(buyer), [contract.saveBrief, saveBrief], { params, body })
    await act(tx, cast(buyer), [contract.submitBrief, submitBrief], { params, body: { revision: 1 } })
    for (const [order, reason] of votes.entries())
      await act(tx, cast(buyer, order + 1), [contract.voteOnBrief, voteOnBrief], {
        params,
        body: { yes: true, reason, version: 1 },
      })
    for (const { supplier, content, isHandedIn } of proposals) {
      const { id } = await act(tx, cast(supplier), [contract.startProposal, startProposal], { params, body: content })
      if (isHandedIn)
        await act(tx, cast(supplier), [contract.moveProposal, moveProposal], {
          params: { id },
          body: { act: 'hand-in', stage: 'screening' },
        })
    }
  }
}
