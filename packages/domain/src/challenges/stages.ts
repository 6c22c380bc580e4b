import { Problem } from '../problem.ts'
import type { StageDays } from './challenge.ts'
import type { ProposalContent } from './proposal.ts'

export const stages = ['screening', 'proposal', 'pilot', 'test-site', 'contract', 'stopped', 'withdrawn'] as const
/** In the first four the firm hands something in, then the buyer decides; the last three are ends. */
export type Stage = (typeof stages)[number]
export const decidedStages = [
  'screening',
  'proposal',
  'pilot',
  'test-site',
] as const satisfies readonly (keyof StageDays)[]

export const stageActs = ['hand-in', 'advance', 'stop', 'withdraw'] as const
export type StageAct = (typeof stageActs)[number]

/** Where a proposal stands: in a stage, and there with the firm or, handed in, with the buyer. */
export type ProposalStanding = { readonly stage: Stage; readonly handedIn: boolean }
type Step = {
  readonly by: 'firm' | 'buyer'
  readonly from: 'firm' | 'buyer' | 'either'
  readonly to: Stage
  readonly reasoned?: true
}

const decided = (stage: keyof StageDays, next: Stage): Readonly<Record<StageAct, Step>> => ({
  'hand-in': { by: 'firm', from: 'firm', to: stage },
  advance: { by: 'buyer', from: 'buyer', to: next },
  stop: { by: 'buyer', from: 'either', to: 'stopped', reasoned: true },
  withdraw: { by: 'firm', from: 'either', to: 'withdrawn' },
})

/** The whole way of a proposal; what no line names cannot be done. */
export const stageTable: Readonly<Record<Stage, Partial<Readonly<Record<StageAct, Step>>>>> = {
  screening: decided('screening', 'proposal'),
  proposal: decided('proposal', 'pilot'),
  pilot: decided('pilot', 'test-site'),
  'test-site': decided('test-site', 'contract'),
  contract: {},
  stopped: {},
  withdrawn: {},
}

/** Acts that are open to one side where a proposal stands. */
export const openActs = (standing: ProposalStanding, by: Step['by']): StageAct[] =>
  stageActs.filter((act) => {
    const step = stageTable[standing.stage][act]
    return step?.by === by && (step.from === 'either' || (step.from === 'buyer') === standing.handedIn)
  })

/**
 * Where a proposal stands after an act.
 * @throws Problem proposal.state, proposal.reason
 */
export function moved(standing: ProposalStanding, act: StageAct, by: Step['by'], reason: string): ProposalStanding {
  const step = stageTable[standing.stage][act]
  if (step === undefined || !openActs(standing, by).includes(act))
    throw new Problem('proposal.state', 'This cannot be done where the proposal stands now. Look at it again.')
  if (step.reasoned === true && reason.trim() === '')
    throw new Problem('proposal.reason', 'Say why; the firm is owed a reason.', [
      { path: 'body.reason', code: 'too_small', message: 'Say why; the firm is owed a reason.' },
    ])
  return { stage: step.to, handedIn: act === 'hand-in' }
}

/** Days of the buyer's clock in a stage; null where none runs. */
export const daysOf = (stage: Stage, days: StageDays): number | null =>
  stage in days ? days[stage as keyof StageDays] : null

const dayMs = 86_400_000
/** Whole days by which a decision is late, and 0 where it is not; a day that has begun counts. */
export const daysLate = (dueAt: string | null, now: number): number =>
  dueAt === null ? 0 : Math.max(0, Math.ceil((now - Date.parse(dueAt)) / dayMs))

/**
 * Refuses to hand in what says too little for its stage: a sentence or two at first, the full proposal afterwards.
 * @throws Problem proposal.incomplete
 */
export function checkHandIn(stage: Stage, content: ProposalContent): void {
  const asked =
    stage === 'screening' ? (['title', 'summary'] as const) : (['title', 'summary', 'approach', 'benefitText'] as const)
  const faults = asked
    .filter((field) => content[field].trim() === '')
    .map((field) => ({ path: `body.content.${field}`, code: 'too_small', message: 'Write a sentence or two.' }))
  if (faults.length > 0)
    throw new Problem('proposal.incomplete', 'The proposal needs a little more before it can be handed in.', faults)
}
