import { sql, type SQL } from 'drizzle-orm'

import type { LinkageCard } from '@enlace/contracts'
import {
  linkageSides,
  proposalOf,
  valueTotals,
  type LinkageId,
  type LinkageSide,
  type LinkageStage,
  type Move,
  type OrganisationId,
  type Statement,
  type ValueTotals,
} from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

/** A linkage as its reader may know of it, with what both sides stated. */
export type ReadLinkage = Omit<LinkageCard, 'values'> & {
  readonly statements: readonly Statement[]
  readonly last: Move | null
}

type Party = LinkageCard['supplier']
type Row = Record<string, unknown> &
  Omit<ReadLinkage, 'last' | 'buyer' | 'reader' | 'proposal'> & {
    buyer: Party
    buyerHidden: boolean
    last: (Omit<Move, 'at'> & { at: string }) | null
  }

const sideOf = (column: SQL): SQL =>
  sql`case ${column} when linkages.buyer_id then 'buyer' when linkages.supplier_id then 'supplier' end`
const party = (alias: string): SQL =>
  sql.raw(`json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'country', ${alias}.country)`)
const statements = sql`coalesce((select json_agg(json_build_object('of', what, 'year', year, 'callId', call_id, 'by', ${sideOf(sql`organisation_id`)},
    'amountMinor', amount_minor, 'currency', currency) order by seq) from linkage_values where linkage_id = linkages.id), '[]')`
const unreadOf = (reader: OrganisationId): SQL => sql`(select count(*)::int from linkage_messages
    where linkage_messages.linkage_id = linkages.id and linkage_messages.organisation_id <> ${reader}::uuid and linkage_messages.seq > coalesce(
      (select seq from linkage_reads where linkage_reads.linkage_id = linkages.id and linkage_reads.organisation_id = ${reader}::uuid), 0))`

const columns = (
  reader: OrganisationId,
): SQL => sql`linkages.id, linkages.stage, linkages.since, linkages.started_at as "startedAt",
  linkages.buyer_hidden as "buyerHidden", ${party('buyer')} as buyer, ${party('supplier')} as supplier,
  case when needs.id is not null then json_build_object('id', needs.id, 'title', needs.title) end as need,
  ${statements} as statements, ${unreadOf(reader)} as unread,
  (select json_build_object('kind', kind, 'from', from_stage, 'to', to_stage, 'by', ${sideOf(sql`organisation_id`)}, 'at', moved_at)
    from linkage_moves where linkage_id = linkages.id order by seq desc limit 1) as last`
const joined = sql`linkages join organisations as buyer on buyer.id = linkages.buyer_id
  join organisations as supplier on supplier.id = linkages.supplier_id left join needs on needs.id = linkages.need_id`

function toLinkage({ buyer, buyerHidden, last, ...row }: Row, reader: OrganisationId): ReadLinkage {
  const side = buyer.id === reader ? 'buyer' : row.supplier.id === reader ? 'supplier' : 'agency'
  const move = last === null ? null : { ...last, at: Date.parse(last.at) }
  const { id, stage, supplier, need, unread } = row
  return {
    ...{ id, stage, supplier, need, unread, statements: row.statements },
    since: toInstant(row.since),
    startedAt: toInstant(row.startedAt),
    reader: side,
    buyer: buyerHidden && side !== 'buyer' ? null : buyer,
    proposal: side === 'agency' ? null : proposalOf({ stage, last: move }),
    last: move,
  }
}

/** What a list shows of a linkage. */
export function cardOf(linkage: ReadLinkage): LinkageCard {
  // What a card does not name is cut off where the answer is sent.
  const { statements: said, ...card } = linkage
  return { ...card, values: valueTotals([said]) }
}

export type LinkageFilter = {
  readonly after: { readonly since: string; readonly id: string } | null
  readonly limit: number
  readonly stage: LinkageStage | null
}

/** The linkages that the actor may see, the latest change of stage first by keyset on (since, id). */
export async function listLinkages(
  tx: Transaction,
  reader: OrganisationId,
  { after, limit, stage }: LinkageFilter,
): Promise<ReadLinkage[]> {
  const rows = await tx.execute<Row>(sql`
    select ${columns(reader)} from ${joined}
    where (${stage}::text is null or linkages.stage = ${stage})
      and (${after === null} or (date_trunc('milliseconds', linkages.since), linkages.id) < (${after?.since ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by date_trunc('milliseconds', linkages.since) desc, linkages.id desc limit ${limit}`)
  return rows.map((row) => toLinkage(row, reader))
}

/** One linkage that the actor may see, or null. */
export async function readLinkage(tx: Transaction, reader: OrganisationId, id: LinkageId): Promise<ReadLinkage | null> {
  const [row] = await tx.execute<Row>(sql`select ${columns(reader)} from ${joined} where linkages.id = ${id}`)
  return row === undefined ? null : toLinkage(row, reader)
}

/** How many linkages the actor sees at each stage, and what they come to; a stopped one has no potential any more. */
export async function summariseLinkages(
  tx: Transaction,
): Promise<{ readonly counts: { stage: LinkageStage; count: number }[]; readonly totals: ValueTotals }> {
  const counts = await tx.execute<{ stage: LinkageStage; count: number }>(
    sql`select stage, count(*)::int as count from linkages group by stage`,
  )
  const stated = await tx.execute<{ stage: LinkageStage; statements: Statement[] }>(sql`
    select stage, ${statements} as statements from linkages where exists (select from linkage_values where linkage_id = linkages.id)`)
  const counted = stated.map(({ stage, statements: said }) =>
    stage === 'stopped' ? said.filter(({ of }) => of !== 'potential') : said,
  )
  return { counts: [...counts], totals: valueTotals(counted) }
}

/** One line of a linkage's history. */
export type ReadMove = Omit<Move, 'at'> & { readonly seq: number; readonly reason: string; readonly at: string }

/** The history of a linkage from its beginning, as both sides read it. */
export async function listMoves(tx: Transaction, id: LinkageId): Promise<ReadMove[]> {
  const rows = await tx.execute<ReadMove & Record<string, unknown>>(sql`
    select seq, kind, from_stage as "from", to_stage as "to", ${sideOf(sql`organisation_id`)} as by, reason, moved_at as at
    from linkage_moves join linkages on linkages.id = linkage_id where linkage_id = ${id} order by seq`)
  return rows.map((row) => ({ ...row, at: toInstant(row.at) }))
}

/** What a side hears live of one of its linkages; null for whoever is no side of it. As enlace_system. */
export async function readLinkageChange(
  reader: Reader,
  organisationId: OrganisationId,
  id: LinkageId,
): Promise<{ linkageId: string; stage: LinkageStage; lastSeq: number; unread: number } | null> {
  const [row] = await reader.execute<{ linkageId: string; stage: LinkageStage; lastSeq: number; unread: number }>(sql`
    select one.id as "linkageId", one.stage, coalesce((select max(seq) from linkage_messages where linkage_id = one.id), 0) as "lastSeq",
      (select coalesce(sum(${unreadOf(organisationId)}), 0)::int from linkages where ${organisationId}::uuid in (linkages.buyer_id, linkages.supplier_id)) as unread
    from linkages as one where one.id = ${id} and ${organisationId}::uuid in (one.buyer_id, one.supplier_id)`)
  return row ?? null
}

/** A linkage as a side is told of it in a notice or a mail: the other's name, unless the buyer has not named itself. */
export type ToldLinkage = {
  readonly organisationId: OrganisationId
  readonly side: LinkageSide
  readonly partner: string
  readonly title: string
}

/** How each side is told of a linkage, the buyer first. As enlace_system. */
export async function readToldLinkage(tx: Transaction, id: LinkageId): Promise<ToldLinkage[]> {
  const [row] = await tx.execute<{
    buyerId: OrganisationId
    supplierId: OrganisationId
    buyer: string
    supplier: string
    title: string
  }>(sql`
    select buyer_id as "buyerId", supplier_id as "supplierId", case when buyer_hidden then '' else buyer.name end as buyer,
      supplier.name as supplier, coalesce(needs.title, '') as title from ${joined} where linkages.id = ${id}`)
  if (row === undefined) return []
  return linkageSides.map((side) =>
    side === 'buyer'
      ? { side, organisationId: row.buyerId, partner: row.supplier, title: row.title }
      : { side, organisationId: row.supplierId, partner: row.buyer, title: row.title },
  )
}
