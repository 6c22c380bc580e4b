import { createHash } from 'node:crypto'

import type { ChallengeCard, ChallengeView } from '@enlace/contracts'
import { listVotes, readClock, readColleague, today, type ChallengeRow, type Transaction } from '@enlace/database'
import { briefText, takesProposals, worthOf, type MemberActor } from '@enlace/domain'

import { viewBuyers } from './buyers.ts'

/** SHA-256 of a text in hexadecimal. */
export const stampOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A challenge as one line of a list. */
export function viewCard(row: ChallengeRow, actor: MemberActor): ChallengeCard {
  const { content, brief, proposal } = row
  const mine = row.organisationId === actor.organisationId
  const hidden = content.confidentiality !== 'open' && !mine
  return {
    id: row.id,
    title: content.title,
    language: content.language,
    buyer: hidden ? null : { id: row.organisationId, name: row.buyerName, country: row.buyerCountry },
    mine,
    brokered: row.brokered,
    buyerState: row.buyerState,
    state: row.state,
    answerBy: content.answerBy,
    briefState: brief?.state ?? null,
    theme: brief?.content.theme ?? null,
    worth: worthOf(brief?.content.money ?? null),
    budget: brief?.content.budget ?? null,
    proposal: proposal && {
      id: proposal.id,
      stage: proposal.stage,
      handedIn: proposal.handedInAt !== null,
      dueAt: proposal.dueAt,
    },
    createdAt: row.createdAt,
  }
}

/** A challenge with all that its reader may know of it. */
export async function viewChallenge(tx: Transaction, row: ChallengeRow, actor: MemberActor): Promise<ChallengeView> {
  const { brief, content } = row
  const card = viewCard(row, actor)
  return {
    ...card,
    text: content.text,
    buyers: await viewBuyers(tx, row, actor),
    brief: brief && {
      content: brief.content,
      version: brief.version,
      revision: brief.revision,
      quorum: brief.quorum,
      stamp: stampOf(briefText(row.id, brief.content)),
      submittedAt: brief.submittedAt,
      decidedAt: brief.decidedAt,
    },
    board: card.mine ? await viewBoard(tx, row, actor) : null,
    clock: await readClock(tx, row.id),
    takesProposals: takesProposals(
      { state: row.state, brief: brief?.state ?? null, admits: row.admits, answerBy: content.answerBy },
      await today(tx),
    ),
  }
}

async function viewBoard(
  tx: Transaction,
  { id, brief }: ChallengeRow,
  actor: MemberActor,
): Promise<ChallengeView['board']> {
  if (brief === null) return null
  const votes = await listVotes(tx, id, brief.version)
  return {
    author: await readColleague(tx, brief.authorId),
    isAuthor: brief.authorId === actor.userId,
    votes: votes.map(({ userId, ...vote }) => ({ ...vote, mine: userId === actor.userId })),
  }
}
