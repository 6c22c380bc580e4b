import { sql } from 'drizzle-orm'

import type { BidId, CallContent, CallId, NeedContent, OrganisationId, PassportContent } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

/** Where an export has come to: the id of the last row, or null at its beginning. */
export type ExportPage = { readonly after: string | null; readonly limit: number }

export type ExportedSupplier = { readonly id: OrganisationId; readonly name: string; readonly content: PassportContent }

/** The passports an organisation writes: its own, or those of the firms in its care, in the order of their ids. */
export async function pageOfSuppliers(
  tx: Transaction,
  owner: OrganisationId,
  page: ExportPage,
): Promise<ExportedSupplier[]> {
  const rows = await tx.execute<ExportedSupplier & Record<string, unknown>>(sql`
    select organisations.id, organisations.name, passports.content from passports
    join organisations on organisations.id = passports.organisation_id
    where (organisations.id = ${owner} or exists (
        select from agency_firms where agency_id = ${owner} and agency_firms.organisation_id = organisations.id))
      and (${page.after}::uuid is null or organisations.id > ${page.after})
    order by organisations.id limit ${page.limit}`)
  return [...rows]
}

export type ExportedNeed = {
  readonly id: string
  readonly buyer: { readonly name: string; readonly country: string | null }
  readonly content: NeedContent
}

/** An organisation's own needs in the order of their ids. */
export async function pageOfNeeds(tx: Transaction, owner: OrganisationId, page: ExportPage): Promise<ExportedNeed[]> {
  const rows = await tx.execute<{ id: string; name: string; country: string | null; content: NeedContent }>(sql`
    select needs.id, organisations.name, organisations.country, needs.content from needs
    join organisations on organisations.id = needs.organisation_id
    where needs.organisation_id = ${owner} and (${page.after}::uuid is null or needs.id > ${page.after})
    order by needs.id limit ${page.limit}`)
  return rows.map(({ id, name, country, content }) => ({ id, buyer: { name, country }, content }))
}

export type ExportedAnswer = {
  readonly id: string
  readonly need: string
  readonly title: string
  readonly supplier: string
  readonly answer: string
  readonly reason: string
  readonly answeredAt: string
}

/** Answers an organisation gave or got, in the order of need and supplier. */
export async function pageOfAnswers(
  tx: Transaction,
  owner: OrganisationId,
  page: ExportPage,
): Promise<ExportedAnswer[]> {
  const [need = null, supplier = null] = page.after?.split('/') ?? []
  const rows = await tx.execute<ExportedAnswer & Record<string, unknown>>(sql`
    select answers.need_id || '/' || answers.supplier_id as id, answers.need_id as need, needs.title, organisations.name as supplier,
      answers.answer, answers.reason, answers.answered_at as "answeredAt"
    from match_answers as answers join needs on needs.id = answers.need_id join organisations on organisations.id = answers.supplier_id
    where (answers.buyer_id = ${owner} or answers.supplier_id = ${owner})
      and (${need}::uuid is null or (answers.need_id, answers.supplier_id) > (${need}::uuid, ${supplier}::uuid))
    order by answers.need_id, answers.supplier_id limit ${page.limit}`)
  return rows.map((row) => ({ ...row, answeredAt: toInstant(row.answeredAt) }))
}

export type ExportedCall = {
  readonly id: CallId
  readonly need: string | null
  readonly state: string
  readonly version: number
  readonly createdAt: string
  readonly publishedAt: string | null
  readonly reason: string
} & CallContent

/** An organisation's own calls with all they ask, drafts and all, in the order of their ids. */
export async function pageOfCalls(tx: Transaction, owner: OrganisationId, page: ExportPage): Promise<ExportedCall[]> {
  const rows = await tx.execute<{ call: ExportedCall; content: CallContent }>(sql`
    select json_build_object('id', id, 'need', need_id, 'state', state, 'version', version, 'createdAt', created_at,
      'publishedAt', published_at, 'reason', reason) as call, content
    from calls where organisation_id = ${owner} and (${page.after}::uuid is null or id > ${page.after})
    order by id limit ${page.limit}`)
  return rows.map(({ call, content }) => ({
    ...content,
    ...call,
    createdAt: toInstant(call.createdAt),
    publishedAt: toInstantOrNull(call.publishedAt),
  }))
}

export type ExportedBid = {
  readonly id: BidId
  readonly call: CallId
  readonly title: string
  readonly state: string
  readonly revision: number
  readonly callVersion: number
  readonly receivedAt: string
  readonly digest: string
  /** Whether the award that stands is its; null while none is approved. */
  readonly won: boolean | null
  /** Envelope by envelope as it was handed in, sealed ones as they are. */
  readonly envelopes: Readonly<Record<string, unknown>> | null
}

/** An organisation's own bids in the order of their ids. */
export async function pageOfBids(tx: Transaction, owner: OrganisationId, page: ExportPage): Promise<ExportedBid[]> {
  const rows = await tx.execute<ExportedBid & Record<string, unknown>>(sql`
    select bids.id, call_id as call, calls.title, bids.state, revision, call_version as "callVersion", received_at as "receivedAt", digest,
      case when standing_award(call_id) is not null then award_won(standing_award(call_id), bids.id) end as won,
      (select json_object_agg(envelope, body) from bid_envelopes where bid_id = bids.id and bid_envelopes.revision = bids.revision) as envelopes
    from bids join calls on calls.id = call_id
    where bids.organisation_id = ${owner} and (${page.after}::uuid is null or bids.id > ${page.after})
    order by bids.id limit ${page.limit}`)
  return rows.map((row) => ({ ...row, receivedAt: toInstant(row.receivedAt) }))
}
