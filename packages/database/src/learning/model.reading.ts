import { sql } from 'drizzle-orm'

import type { ModelsView, ModelView } from '@enlace/contracts'
import { labelsToCalibrate, labelsToLearn } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader } from '../open.ts'

const retiredShown = 20

export type LabelFigures = Pick<ModelsView['labels'], 'labels' | 'shortlisted' | 'needs'>

/** How much there is to learn from; nothing to anyone but the platform's people. */
export async function readLabelFigures(reader: Reader): Promise<LabelFigures> {
  const [row] = await reader.execute<LabelFigures & Record<string, unknown>>(sql`select * from label_figures()`)
  return row ?? { labels: 0, shortlisted: 0, needs: 0 }
}

/** All versions as the platform's people see them. */
export async function readModels(reader: Reader): Promise<ModelsView> {
  const rows = await reader.execute<
    Omit<ModelView, 'madeAt' | 'switchedAt'> & { made_at: string; switched_at: string | null; training: boolean }
  >(sql`
    select model.id, model.number, model.kind, model.state, model.weights, model.calibration, model.labels, model.report,
      model.made_at, users.name as "madeBy", model.switched_at, model.replaced is not null as replaces,
      exists (select from work_figures() where reaction = 'train-model' and open > parked) as training
    from (
      select *, row_number() over (partition by state order by coalesce(switched_at, made_at) desc) as place from model_versions
    ) as model left join users on users.id = model.made_by
    where model.place <= ${retiredShown} order by model.number desc`)
  const models = rows.map(({ made_at, switched_at, ...row }) => ({
    ...row,
    madeAt: toInstant(made_at),
    switchedAt: toInstantOrNull(switched_at),
  }))
  const champion = models.find(({ state }) => state === 'champion')
  if (champion === undefined) throw new Error('no model is in force')
  return {
    champion,
    candidates: models.filter(({ state }) => state === 'candidate'),
    retired: models.filter(({ state }) => state === 'retired'),
    labels: { ...(await readLabelFigures(reader)), toCalibrate: labelsToCalibrate, toLearn: labelsToLearn },
    training: rows.some(({ training }) => training),
  }
}
