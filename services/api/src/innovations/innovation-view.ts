import type { InnovationCard, InnovationView } from '@enlace/contracts'
import { readFiles, readInnovation, type InnovationRow, type Transaction } from '@enlace/database'
import { assert, type InnovationId, type MemberActor } from '@enlace/domain'

/** An innovation as one line of a list: as it is being written for its own people, as it is shown for others. */
export function viewCard(row: InnovationRow, { organisationId }: MemberActor): InnovationCard {
  const { content } = row
  const mine = row.organisationId === organisationId
  return {
    id: row.id,
    supplier: { id: row.organisationId, name: row.supplierName, country: row.supplierCountry },
    mine,
    state: row.state,
    title: content.title,
    problem: content.problem,
    language: content.language,
    theme: content.theme,
    maturity: content.maturity,
    seeks: content.seeks,
    answer: row.answer,
    counts: mine ? row.counts : null,
    createdAt: row.createdAt,
    publishedAt: row.publishedAt,
  }
}

/** An innovation with all that its reader may know of it. */
export async function viewInnovation(tx: Transaction, row: InnovationRow, actor: MemberActor): Promise<InnovationView> {
  const card = viewCard(row, actor)
  const files = await readFiles(tx, row.content.fileIds)
  return {
    ...card,
    version: row.version,
    content: row.content,
    files: files.map(({ id, name, size }) => ({ id, name, size })),
    // Row-level security hides it from all others too.
    confidential: (card.mine || row.access === 'granted') && row.confidential !== '' ? row.confidential : null,
    hasConfidential: row.hasConfidential,
    access: row.access,
    reason: row.reason ?? '',
    linkageId: row.linkageId,
    revision: card.mine ? row.revision : null,
    changed: row.changed,
  }
}

/** The same as it stands after what was just done to it. */
export async function reread(tx: Transaction, id: InnovationId, actor: MemberActor): Promise<InnovationView> {
  const row = await readInnovation(tx, id)
  assert(row !== null, 'who just changed an innovation sees it')
  return viewInnovation(tx, row, actor)
}
