import { governanceTypes, modelKinds, modelStates, type GovernanceType, type ModelId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { weightProfile } from '../matches/weights.contract.ts'
import * as wire from '../wire.ts'

const chanceStep = z.object({ from: z.number(), shortlisted: z.int(), of: z.int() })
const figures = z.object({ ndcg: z.number(), logLoss: z.number(), brier: z.number(), calibrationError: z.number() })
const slice = z.object({ labels: z.int(), shortlisted: z.int(), logLoss: z.number(), inTopTen: z.number() })
const side = z.object({ figures, slices: z.object({ small: slice, fresh: slice }) })
const part = z.object({ needs: z.int(), labels: z.int() })
const report = z.object({
  earlier: part,
  later: part,
  champion: side,
  challenger: z.nullable(side),
  gain: z.nullable(z.object({ mean: z.number(), low: z.number(), high: z.number() })),
  better: z.boolean(),
  reliability: z.array(
    z.object({ foretold: z.number(), share: z.number(), low: z.number(), high: z.number(), of: z.int() }),
  ),
})
const weightProfiles = z.object(
  Object.fromEntries(governanceTypes.map((one) => [one, weightProfile])) as Record<
    GovernanceType,
    typeof weightProfile
  >,
)

export const modelView = z.object({
  id: wire.id<ModelId>(),
  number: z.int(),
  kind: z.enum(modelKinds),
  state: z.enum(modelStates),
  /** Null for the weights set by hand. */
  weights: z.nullable(weightProfiles),
  calibration: z.array(chanceStep),
  labels: z.int(),
  /** How well it does on needs later than those it was made from; null for what was set by hand. */
  report: z.nullable(report),
  madeAt: wire.instant,
  /** Who asked for it; null where it came of itself. */
  madeBy: z.nullable(z.string()),
  switchedAt: z.nullable(wire.instant),
  /** Whether rolling it back brings back what stood before. */
  replaces: z.boolean(),
})
export type ModelView = DeepReadonly<z.output<typeof modelView>>

export const modelsView = z.object({
  champion: modelView,
  candidates: z.array(modelView),
  retired: z.array(modelView),
  /** What there is to learn from, and how much it takes. */
  labels: z.object({ labels: z.int(), shortlisted: z.int(), needs: z.int(), toCalibrate: z.int(), toLearn: z.int() }),
  /** Whether a training is under way. */
  training: z.boolean(),
})
export type ModelsView = DeepReadonly<z.output<typeof modelsView>>

export const readModels = endpoint({
  name: 'readModels',
  summary:
    'The model in force, the candidates with their reports, at most 20 of those before, and what there is to learn from.',
  noun: 'learning',
  method: 'GET',
  path: '/api/models',
  access: 'member',
  response: modelsView,
  problems: ['identity.forbidden'],
})

export const trainModel = endpoint({
  name: 'trainModel',
  summary: 'Ask for a candidate made from all labels so far; it comes with its report and changes nothing by itself.',
  noun: 'learning',
  method: 'POST',
  path: '/api/models/train',
  access: 'member',
  success: 202,
  response: modelsView,
  problems: ['identity.forbidden', 'model.too-few-labels'],
})

/** The champion that the caller saw; where another is in force by now, nothing is changed. */
const seen = z.object({ champion: wire.id<ModelId>() })

export const switchModel = endpoint({
  name: 'switchModel',
  summary: 'Put a candidate in force; open needs are ranked anew where its weights are others.',
  noun: 'learning',
  method: 'POST',
  path: '/api/models/:id/switch',
  access: 'member',
  params: z.object({ id: wire.id<ModelId>() }),
  body: seen,
  response: modelsView,
  problems: ['identity.forbidden', 'model.not-candidate', 'thing.changed'],
})

export const rollBackModel = endpoint({
  name: 'rollBackModel',
  summary: 'Put the model in force again that stood before the champion, which becomes a candidate.',
  noun: 'learning',
  method: 'POST',
  path: '/api/models/roll-back',
  access: 'member',
  body: seen,
  response: modelsView,
  problems: ['identity.forbidden', 'model.nothing-before', 'thing.changed'],
})

export const readCalibration = endpoint({
  name: 'readCalibration',
  summary:
    'How often matches of each score were shortlisted, for matches made by the weights named; empty without history.',
  noun: 'learning',
  method: 'GET',
  path: '/api/calibration',
  access: 'member',
  response: z.object({ weights: z.array(z.string()), steps: z.array(chanceStep) }),
  problems: ['identity.forbidden'],
})
