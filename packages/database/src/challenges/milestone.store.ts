import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import type { BriefContent, MilestoneId, Money, NeedId, ProposalId, Stage, Theme, UserId } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

export type NewMilestone = {
  readonly title: string
  readonly dueOn: string | null
  readonly amount: Money
  readonly funderPercent: number
  readonly funder: string
}
export type MilestoneRow = NewMilestone & {
  readonly id: MilestoneId
  readonly firmConfirmedAt: string | null
  readonly buyerConfirmedAt: string | null
  readonly releasedAt: string | null
}

/** Milestones of a proposal, in the order in which they were added. */
export async function listMilestones(reader: Reader, id: ProposalId): Promise<MilestoneRow[]> {
  const rows = await reader.execute<MilestoneRow & Record<string, unknown>>(sql`
    select id, title, to_char(due_on, 'YYYY-MM-DD') as "dueOn", json_build_object('amountMinor', amount_minor, 'currency', currency) as amount,
      funder_percent as "funderPercent", funder, firm_confirmed_at as "firmConfirmedAt", buyer_confirmed_at as "buyerConfirmedAt",
      released_at as "releasedAt"
    from proposal_milestones where proposal_id = ${id} order by added_at, id`)
  return rows.map((row) => ({
    ...row,
    firmConfirmedAt: toInstantOrNull(row.firmConfirmedAt),
    buyerConfirmedAt: toInstantOrNull(row.buyerConfirmedAt),
    releasedAt: toInstantOrNull(row.releasedAt),
  }))
}

export async function insertMilestone(tx: Transaction, id: ProposalId, milestone: NewMilestone): Promise<void> {
  const { title, dueOn, amount, funderPercent, funder } = milestone
  await tx.execute(sql`
    insert into proposal_milestones (id, proposal_id, title, due_on, amount_minor, currency, funder_percent, funder)
    values (${uuidv7()}, ${id}, ${title}, ${dueOn}::date, ${amount.amountMinor}, ${amount.currency}, ${funderPercent}, ${funder})`)
}

/** Confirms a milestone for one side, once; false where there is none such. */
export async function confirmMilestone(
  tx: Transaction,
  id: ProposalId,
  milestoneId: MilestoneId,
  side: 'firm' | 'buyer',
): Promise<boolean> {
  const column = side === 'firm' ? sql`firm_confirmed_at` : sql`buyer_confirmed_at`
  const rows = await tx.execute(sql`
    update proposal_milestones set ${column} = coalesce(${column}, clock_timestamp())
    where proposal_id = ${id} and id = ${milestoneId} and released_at is null returning id`)
  if (rows.length === 1) return true
  const known = await tx.execute(
    sql`select id from proposal_milestones where proposal_id = ${id} and id = ${milestoneId}`,
  )
  return known.length === 1
}

export type BenefitCheck = { readonly amount: Money; readonly note: string; readonly checkedAt: string }

/** What the benefit of a proposal came to, or null. */
export async function readBenefitCheck(reader: Reader, id: ProposalId): Promise<BenefitCheck | null> {
  const [row] = await reader.execute<BenefitCheck & Record<string, unknown>>(sql`
    select json_build_object('amountMinor', amount_minor, 'currency', currency) as amount, note, checked_at as "checkedAt"
    from benefit_checks where proposal_id = ${id}`)
  return row === undefined ? null : { amount: row.amount, note: row.note, checkedAt: toInstant(row.checkedAt) }
}

export async function keepBenefitCheck(
  tx: Transaction,
  id: ProposalId,
  check: { readonly amountMinor: number; readonly currency: string; readonly note: string; readonly by: UserId },
): Promise<void> {
  await tx.execute(sql`
    insert into benefit_checks (proposal_id, amount_minor, currency, note, checked_by)
    values (${id}, ${check.amountMinor}, ${check.currency}, ${check.note}, ${check.by})
    on conflict (proposal_id) do update set amount_minor = excluded.amount_minor, currency = excluded.currency,
      note = excluded.note, checked_by = excluded.checked_by, checked_at = clock_timestamp()`)
}

export type PortfolioRow = {
  readonly id: NeedId
  readonly title: string
  readonly language: string
  readonly theme: Theme | null
  readonly money: BriefContent['money'] | null
  readonly stages: Readonly<Partial<Record<Stage, number>>>
  readonly checked: readonly Money[]
}
const portfolioShown = 500

/** A buyer's own challenges with how far proposals have come and what benefits came to, newest first. */
export async function listPortfolio(reader: Reader): Promise<PortfolioRow[]> {
  const rows = await reader.execute<PortfolioRow & Record<string, unknown>>(sql`
    select needs.id, needs.title, needs.content ->> 'language' as language, briefs.content ->> 'theme' as theme,
      nullif(briefs.content -> 'money', 'null') as money,
      coalesce((select json_object_agg(stage, n) from (
        select stage, count(*)::int as n from proposals where need_id = needs.id and submitted_at is not null group by stage) as counted), '{}') as stages,
      coalesce((select json_agg(json_build_object('amountMinor', total, 'currency', currency)) from (
        select checks.currency, sum(checks.amount_minor) as total from benefit_checks as checks
        join proposals on proposals.id = checks.proposal_id where proposals.need_id = needs.id group by checks.currency) as summed), '[]') as checked
    from needs left join challenge_briefs as briefs on briefs.need_id = needs.id
    where needs.kind = 'challenge' and acting_owns_challenge(needs.id) and needs.state <> 'cancelled'
    order by needs.created_at desc, needs.id desc limit ${portfolioShown}`)
  return [...rows]
}
