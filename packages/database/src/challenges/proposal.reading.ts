import { sql, type SQL } from 'drizzle-orm'

import type {
  NeedId,
  OrganisationId,
  OrganisationKind,
  MemberRole,
  ProposalContent,
  ProposalId,
  ProposalReadWay,
  Stage,
  StageAct,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

/** A proposal without what it says. */
export type ProposalRow = {
  readonly id: ProposalId
  readonly needId: NeedId
  readonly supplierId: OrganisationId
  readonly supplierName: string
  readonly stage: Stage
  readonly enteredAt: string
  readonly handedInAt: string | null
  readonly dueAt: string | null
  readonly submittedAt: string | null
  /** How the actor's organisation stands to it. */
  readonly leads: boolean
  readonly onTeam: boolean
  readonly owns: boolean
  /** The agency that opened its challenge for several buyers, or null, and whether the actor is one that joined. */
  readonly brokerId: OrganisationId | null
  readonly joined: boolean
}
type Row = ProposalRow & Record<string, unknown>

const columns = sql`proposals.id, proposals.need_id as "needId", proposals.supplier_id as "supplierId", supplier.name as "supplierName",
  proposals.stage, proposals.entered_at as "enteredAt", proposals.handed_in_at as "handedInAt", proposals.due_at as "dueAt",
  proposals.submitted_at as "submittedAt", proposals.supplier_id = acting_organisation() as leads,
  acting_on_team(proposals.id) as "onTeam", acting_owns_challenge(proposals.need_id) as owns,
  challenge_broker(proposals.need_id) as "brokerId", coalesce(acting_buyer_state(proposals.need_id) = 'joined', false) as joined`
const source = sql`from proposals join organisations as supplier on supplier.id = proposals.supplier_id`
const toProposal = <One extends Row>(row: One): One => ({
  ...row,
  enteredAt: toInstant(row.enteredAt),
  handedInAt: toInstantOrNull(row.handedInAt),
  dueAt: toInstantOrNull(row.dueAt),
  submittedAt: toInstantOrNull(row.submittedAt),
})

/** One proposal that the actor may know of, or null; `lock` holds it until the transaction ends. */
export async function readProposal(reader: Reader, id: ProposalId, lock = false): Promise<ProposalRow | null> {
  const [row] = await reader.execute<Row>(
    sql`select ${columns} ${source} where proposals.id = ${id} ${lock ? sql`for update of proposals` : sql``}`,
  )
  return row === undefined ? null : toProposal(row)
}

/** The proposal of a firm to a challenge, held until the transaction ends; null where the actor may know of none. */
export async function holdProposalOf(
  tx: Transaction,
  needId: NeedId,
  supplierId: OrganisationId,
): Promise<ProposalRow | null> {
  const [row] = await tx.execute<Row>(sql`
    select ${columns} ${source} where proposals.need_id = ${needId} and proposals.supplier_id = ${supplierId} for update of proposals`)
  return row === undefined ? null : toProposal(row)
}

/** `asked` where the actor's organisation was asked to take part and has not answered. */
export type OwnProposal = ProposalRow & {
  readonly title: string
  readonly challengeTitle: string
  readonly asked: boolean
}

const ownShown = 200

/** Proposals of the actor's organisation and those it takes part in, newest first. */
export async function listOwnProposals(reader: Reader): Promise<OwnProposal[]> {
  const rows = await reader.execute<OwnProposal & Record<string, unknown>>(sql`
    select ${columns}, coalesce(held.content ->> 'title', '') as title, coalesce(needs.title, '') as "challengeTitle",
      exists (select from proposal_team where proposal_id = proposals.id and organisation_id = acting_organisation() and accepted_at is null) as asked ${source}
      left join needs on needs.id = proposals.need_id
      left join proposal_contents as held on held.proposal_id = proposals.id
    where proposals.supplier_id = acting_organisation()
      or exists (select from proposal_team where proposal_id = proposals.id and organisation_id = acting_organisation())
    order by proposals.id desc limit ${ownShown}`)
  return rows.map(toProposal)
}

/** What a proposal says, with its stamp. */
export type SaidRow = {
  readonly content: ProposalContent
  readonly revision: number
  readonly stamp: string | null
  readonly stampedAt: string | null
}
const toSaid = <One extends SaidRow>(row: One): One => ({ ...row, stampedAt: toInstantOrNull(row.stampedAt) })

/** What a team is writing, for the team itself. */
export async function readContent(reader: Reader, id: ProposalId): Promise<SaidRow | null> {
  const [row] = await reader.execute<SaidRow & Record<string, unknown>>(sql`
    select content, revision, stamp, stamped_at as "stampedAt" from proposal_contents where proposal_id = ${id}`)
  return row === undefined ? null : toSaid(row)
}

/** Reads one proposal as somebody outside its team: its firm will see that. */
export async function readAsOutsider(reader: Reader, id: ProposalId): Promise<SaidRow | null> {
  const [row] = await reader.execute<SaidRow & Record<string, unknown>>(sql`
    select content, revision, stamp, stamped_at as "stampedAt" from read_proposals(null, ${id}, 'record', '')`)
  return row === undefined ? null : toSaid(row)
}

export type ReadProposal = ProposalRow & { readonly content: ProposalContent }

/** Reads what was handed in to a challenge, or those in which words occur, oldest first: each firm will see that. */
export async function readHandedIn(
  reader: Reader,
  needId: NeedId,
  way: ProposalReadWay,
  words: string,
): Promise<ReadProposal[]> {
  const said: SQL = sql`read_proposals(${needId}, null, ${way}, ${words})`
  const rows = await reader.execute<ReadProposal & Record<string, unknown>>(sql`
    select ${columns}, said.content ${source} join ${said} as said on said.proposal_id = proposals.id
    order by proposals.submitted_at, proposals.id`)
  return rows.map(toProposal)
}

export type StepRow = {
  readonly act: StageAct
  readonly from: Stage
  readonly to: Stage
  readonly byBuyer: boolean
  readonly reason: string
  readonly dueAt: string | null
  readonly at: string
}

/** The way of a proposal so far. */
export async function listSteps(reader: Reader, id: ProposalId): Promise<StepRow[]> {
  const rows = await reader.execute<StepRow & Record<string, unknown>>(sql`
    select act, from_stage as "from", to_stage as "to", by_buyer as "byBuyer", reason, due_at as "dueAt", at
    from proposal_steps where proposal_id = ${id} order by at, id`)
  return rows.map((row) => ({ ...row, dueAt: toInstantOrNull(row.dueAt), at: toInstant(row.at) }))
}

export type ReadRow = {
  readonly id: string
  readonly organisation: string | null
  readonly number: number | null
  readonly kind: OrganisationKind
  readonly role: MemberRole | null
  readonly way: ProposalReadWay
  readonly readAt: string
}

/** Who read a proposal, latest first, behind `before`; for its team. A buyer under an alias, or one of several that is not named, stays without a name. */
export async function listReads(
  reader: Reader,
  id: ProposalId,
  page: { readonly before: { readonly readAt: string; readonly id: string } | null; readonly limit: number },
): Promise<ReadRow[]> {
  const rows = await reader.execute<ReadRow & Record<string, unknown>>(sql`
    select reads.id, nullif(reads.role, '') as role, reads.way, reads.read_at as "readAt", organisations.kind,
      buyer_number(proposals.need_id, reads.organisation_id) as number,
      case when organisations.kind <> 'buyer' or buyer_is_named(proposals.need_id, reads.organisation_id)
        or (needs.confidentiality = 'open' and needs.organisation_id = reads.organisation_id) then organisations.name end as organisation
    from proposal_reads as reads join organisations on organisations.id = reads.organisation_id
      join proposals on proposals.id = reads.proposal_id left join needs on needs.id = proposals.need_id
    where reads.proposal_id = ${id} and (${page.before === null}
      or (date_trunc('milliseconds', reads.read_at at time zone 'UTC'), reads.id)
        < (${page.before?.readAt ?? null}::timestamptz at time zone 'UTC', ${page.before?.id ?? null}::uuid))
    order by date_trunc('milliseconds', reads.read_at at time zone 'UTC') desc, reads.id desc limit ${page.limit}`)
  return rows.map((row) => ({ ...row, readAt: toInstant(row.readAt) }))
}

/** A proposal's leading firm and the partners that said yes. */
export async function listTeam(reader: Reader, id: ProposalId): Promise<OrganisationId[]> {
  const rows = await reader.execute<{ id: OrganisationId }>(sql`
    select supplier_id as id from proposals where id = ${id}
    union select organisation_id from proposal_team where proposal_id = ${id} and part = 'partner' and accepted_at is not null`)
  return rows.map((row) => row.id)
}
