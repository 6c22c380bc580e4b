import { sql } from 'drizzle-orm'

import type { MatchdayId, MatchdayPlanId } from '@enlace/domain'

import type { Reader, Transaction } from '../open.ts'

/** How far a plan is while it is made. */
export type PlanProgress = {
  readonly agreed: number
  readonly placed: number
  readonly breaks: number
  readonly bound: number | null
  readonly elapsedMs: number
  /** After how many ms there were how many breaks, whenever they became fewer. */
  readonly points: readonly (readonly [number, number])[]
}

/** Notes how far a plan is; whether to go on, to keep what there is, or nothing, as it was called off. As enlace_system. */
export async function notePlanProgress(
  tx: Transaction,
  id: MatchdayPlanId,
  progress: PlanProgress,
): Promise<'on' | 'enough' | 'gone'> {
  const [row] = await tx.execute<{ enough: boolean }>(sql`
    update matchday_plans set progress = ${JSON.stringify(progress)}::jsonb where id = ${id} and state = 'asked' returning enough`)
  if (row === undefined) return 'gone'
  return row.enough ? 'enough' : 'on'
}

/** How far a plan is, or null where it is no longer being made. */
export async function readPlanProgress(
  reader: Reader,
  id: MatchdayPlanId,
): Promise<{ matchdayId: MatchdayId; planId: MatchdayPlanId; progress: PlanProgress } | null> {
  const [row] = await reader.execute<{ matchdayId: MatchdayId; planId: MatchdayPlanId; progress: PlanProgress }>(sql`
    select matchday_id as "matchdayId", id as "planId", progress from matchday_plans
    where id = ${id} and state = 'asked' and progress is not null`)
  return row ?? null
}

/** Has the search for a plan end with what there is; false where none is being made. */
export async function takeWhatThereIs(tx: Transaction, id: MatchdayPlanId): Promise<boolean> {
  const rows = await tx.execute(
    sql`update matchday_plans set enough = true where id = ${id} and state = 'asked' returning id`,
  )
  return rows.length > 0
}

/** Calls a plan off that is being made; false where none is. */
export async function callOffPlan(tx: Transaction, id: MatchdayPlanId): Promise<boolean> {
  const rows = await tx.execute(sql`delete from matchday_plans where id = ${id} and state = 'asked' returning id`)
  return rows.length > 0
}
