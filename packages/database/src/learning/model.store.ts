import { sql } from 'drizzle-orm'

import type { ModelId, ModelKind, ModelReport, UserId, Calibration, WeightProfiles } from '@enlace/domain'

import type { Reader, Transaction } from '../open.ts'

export type Champion = {
  readonly id: ModelId
  readonly number: number
  /** Null for the weights set by hand. */
  readonly weights: WeightProfiles | null
  readonly calibration: Calibration
  /** How many labels there were when a version was last made. */
  readonly labelsBefore: number
  /** The highest number that any version has. */
  readonly lastNumber: number
}

/** The model in force. */
export async function readChampion(reader: Reader): Promise<Champion> {
  const [row] = await reader.execute<Champion & Record<string, unknown>>(sql`
    select id, number, weights, calibration,
      (select max(number) from model_versions) as "lastNumber",
      (select labels from model_versions order by number desc limit 1) as "labelsBefore"
    from model_versions where state = 'champion'`)
  if (row === undefined) throw new Error('no model is in force')
  return row
}

export type NewModel = {
  readonly id: ModelId
  readonly number: number
  readonly kind: ModelKind
  readonly weights: WeightProfiles | null
  readonly calibration: Calibration
  readonly labels: number
  readonly report: ModelReport
  readonly madeBy: UserId | null
}

/**
 * Keeps a candidate made against this champion, in the place of earlier candidates.
 * @returns false where another model is in force by now, of which its report does not speak
 */
export async function insertCandidate(tx: Transaction, model: NewModel, champion: ModelId): Promise<boolean> {
  const same = await tx.execute(
    sql`select id from model_versions where id = ${champion} and state = 'champion' for update`,
  )
  if (same.length === 0) return false
  await tx.execute(sql`update model_versions set state = 'retired' where state = 'candidate'`)
  await tx.execute(sql`
    insert into model_versions (id, number, kind, state, weights, calibration, labels, report, made_by)
    values (${model.id}, ${model.number}, ${model.kind}, 'candidate', ${model.weights === null ? null : JSON.stringify(model.weights)}::jsonb,
      ${JSON.stringify(model.calibration)}::jsonb, ${model.labels}, ${JSON.stringify(model.report)}::jsonb, ${model.madeBy}::uuid)`)
  return true
}

/** Takes the model that its caller saw in force out of force; false where another is by now. */
const retireChampion = async (tx: Transaction, id: ModelId): Promise<boolean> =>
  (
    await tx.execute(
      sql`update model_versions set state = 'retired' where id = ${id} and state = 'champion' returning id`,
    )
  ).length === 1

/** Whether two versions rank by other weights. */
const differ = async (tx: Transaction, one: ModelId, other: ModelId): Promise<boolean> => {
  const rows = await tx.execute(sql`
    select from model_versions as a, model_versions as b
    where a.id = ${one} and b.id = ${other} and a.weights is distinct from b.weights`)
  return rows.length === 1
}

/** What a switch did: another model is in force, with other weights or the same; or why nothing was changed. */
export type Switched = { readonly modelId: ModelId; readonly reweighs: boolean } | 'changed' | 'unfit'

/** Puts a candidate in force in the place of the champion its caller saw; other candidates were judged against that one. */
export async function switchChampion(
  tx: Transaction,
  of: { readonly id: ModelId; readonly champion: ModelId; readonly by: UserId },
): Promise<Switched> {
  if (!(await retireChampion(tx, of.champion))) return 'changed'
  const put = await tx.execute(sql`
    update model_versions set state = 'champion', replaced = ${of.champion}, switched_at = clock_timestamp(), switched_by = ${of.by}
    where id = ${of.id} and state = 'candidate' returning id`)
  if (put.length === 0) return 'unfit'
  await tx.execute(sql`update model_versions set state = 'retired' where state = 'candidate'`)
  return { modelId: of.id, reweighs: await differ(tx, of.id, of.champion) }
}

/** Puts in force again what stood before the champion its caller saw, which becomes a candidate. */
export async function rollBackChampion(tx: Transaction, champion: ModelId, by: UserId): Promise<Switched> {
  if (!(await retireChampion(tx, champion))) return 'changed'
  const [put] = await tx.execute<{ id: ModelId }>(sql`
    update model_versions as before set state = 'champion', switched_at = clock_timestamp(), switched_by = ${by}
    from model_versions as last where last.id = ${champion} and before.id = last.replaced and before.state = 'retired'
    returning before.id`)
  if (put === undefined) return 'unfit'
  await tx.execute(sql`update model_versions set state = 'retired' where state = 'candidate'`)
  await tx.execute(sql`update model_versions set state = 'candidate' where id = ${champion}`)
  return { modelId: put.id, reweighs: await differ(tx, put.id, champion) }
}

/** Claims today's turn to ask for training: true once in twenty hours, whichever worker comes first. */
export async function claimTraining(tx: Transaction): Promise<boolean> {
  const rows = await tx.execute(sql`
    update model_training set asked_at = clock_timestamp() where asked_at < clock_timestamp() - interval '20 hours' returning single`)
  return rows.length === 1
}
