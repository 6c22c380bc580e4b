import type { LinkageView } from '@enlace/contracts'
import {
  cardOf,
  listContractCalls,
  listFollowUps,
  listMoves,
  listSamples,
  listTerms,
  readBlock,
  readByPartner,
  readContacts,
  readDecisionMap,
  type ReadLinkage,
  type Transaction,
} from '@enlace/database'
import {
  potentialOf,
  shownAt,
  undoUntil,
  valueLines,
  type DecisionPerson,
  type LinkageId,
  type MemberActor,
} from '@enlace/domain'

import { linkageFor } from './own-linkage.ts'

const undoOf = (linkage: ReadLinkage): string | null => {
  const until = linkage.reader === 'agency' ? null : undoUntil(linkage, linkage.reader)
  return until === null ? null : new Date(until).toISOString()
}

/** Who decides at the buyer, as far as the buyer shows it to this reader. */
async function peopleOf(tx: Transaction, { buyer, reader, stage }: ReadLinkage): Promise<readonly DecisionPerson[]> {
  if (buyer === null || reader === 'agency') return []
  const people = await readDecisionMap(tx, buyer.id)
  return reader === 'buyer' ? people : shownAt(people, stage)
}

/** All that the actor may read of a linkage; of what belongs to its two sides row-level security shows an agency nothing. */
export async function viewLinkage(tx: Transaction, actor: MemberActor, id: LinkageId): Promise<LinkageView> {
  const linkage = await linkageFor(tx, actor, id, 'linkage.read')
  const blocker = await readBlock(tx, id)
  return {
    ...cardOf(linkage),
    history: await listMoves(tx, id),
    undoUntil: undoOf(linkage),
    potential: potentialOf(linkage.statements),
    lines: [...valueLines(linkage.statements)],
    calls: await listContractCalls(tx, id),
    samples: await listSamples(tx, id),
    terms: await listTerms(tx, id),
    followUps: await listFollowUps(tx, id),
    contacts: await readContacts(tx, id, actor.organisationId),
    people: await peopleOf(tx, linkage),
    blockedBy: blocker === null ? null : blocker === linkage.supplier.id ? 'supplier' : 'buyer',
    theyRead: await readByPartner(tx, id, actor.organisationId),
  }
}
