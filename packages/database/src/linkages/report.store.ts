import { sql } from 'drizzle-orm'

import type { ReportView } from '@enlace/contracts'
import type { LinkageId, OrganisationId, ReportId, ReportReason, UserId } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

/** How many reports a side may file of one linkage in a day. */
const reportsADay = 10

/**
 * Files a report of the other side with the message it is about; null where there is no such message of theirs, false where
 * the side has filed as many as it may.
 */
export async function insertReport(
  tx: Transaction,
  report: {
    readonly id: ReportId
    readonly linkageId: LinkageId
    readonly by: OrganisationId
    readonly userId: UserId
    readonly reason: ReportReason
    readonly text: string
    readonly seq: number | null
  },
): Promise<boolean | null> {
  const [found] = await tx.execute<{ reportedId: OrganisationId; quote: string | null; filed: number }>(sql`
    select case when buyer_id = ${report.by} then supplier_id else buyer_id end as "reportedId",
      (select text from linkage_messages where linkage_id = linkages.id and seq = ${report.seq}::int and organisation_id <> ${report.by}) as quote,
      (select count(*)::int from linkage_reports where linkage_id = linkages.id and reporter_id = ${report.by}
        and reported_at > clock_timestamp() - interval '1 day') as filed
    from linkages where id = ${report.linkageId}`)
  if (found === undefined || (report.seq !== null && found.quote === null)) return null
  if (found.filed >= reportsADay) return false
  await tx.execute(sql`
    insert into linkage_reports (id, linkage_id, reporter_id, reported_id, reported_by, reason, text, quote)
    values (${report.id}, ${report.linkageId}, ${report.by}, ${found.reportedId}, ${report.userId}, ${report.reason}, ${report.text}, ${found.quote})`)
  return true
}

/** What was reported, what is open first, for the platform. */
export async function listReports(tx: Transaction, limit: number): Promise<ReportView[]> {
  const rows = await tx.execute<ReportView & Record<string, unknown>>(sql`
    select linkage_reports.id, json_build_object('id', reporter.id, 'name', reporter.name) as reporter,
      json_build_object('id', reported.id, 'name', reported.name) as reported, reason, text, quote,
      reported_at as "reportedAt", settled_at as "settledAt"
    from linkage_reports join organisations as reporter on reporter.id = reporter_id join organisations as reported on reported.id = reported_id
    order by settled_at is not null, reported_at desc limit ${limit}`)
  return rows.map((row) => ({
    ...row,
    reportedAt: toInstant(row.reportedAt),
    settledAt: toInstantOrNull(row.settledAt),
  }))
}

/** Notes that a report was dealt with, or opens it again; false where there is none such. */
export async function settleReport(tx: Transaction, id: ReportId, settled: boolean): Promise<boolean> {
  const rows = await tx.execute(sql`
    update linkage_reports set settled_at = case when ${settled} then coalesce(settled_at, clock_timestamp()) end where id = ${id} returning id`)
  return rows.length === 1
}
