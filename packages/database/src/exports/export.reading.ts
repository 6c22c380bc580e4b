import { sql } from 'drizzle-orm'

import type { NeedContent, OrganisationId, PassportContent } from '@enlace/domain'

import { toInstant } from '../instant.ts'
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
