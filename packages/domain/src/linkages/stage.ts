export const linkageStages = [
  'requested',
  'match',
  'conversation',
  'sample',
  'rfq',
  'offer',
  'contract',
  'repeat',
  'stopped',
] as const
/** How far a buyer and a supplier have come with each other; requested is before both said yes. */
export type LinkageStage = (typeof linkageStages)[number]

export const linkageSides = ['buyer', 'supplier'] as const
export type LinkageSide = (typeof linkageSides)[number]
export const otherSide = (side: LinkageSide): LinkageSide => (side === 'buyer' ? 'supplier' : 'buyer')

/** One step from a stage: who may take it, and whether the other side has to agree first. */
export type Passage = {
  readonly from: LinkageStage
  readonly to: LinkageStage
  readonly by: readonly LinkageSide[]
  readonly consent: boolean
}

const either = linkageSides
const stoppable = ['requested', 'match', 'conversation', 'sample', 'rfq', 'offer', 'contract', 'repeat'] as const

/** Every step there is. A sample may be left out; what the other side has to agree to may not. */
export const passages: readonly Passage[] = [
  { from: 'requested', to: 'match', by: either, consent: true },
  { from: 'match', to: 'conversation', by: either, consent: true },
  { from: 'conversation', to: 'sample', by: either, consent: false },
  { from: 'conversation', to: 'rfq', by: ['buyer'], consent: false },
  { from: 'sample', to: 'rfq', by: ['buyer'], consent: false },
  { from: 'rfq', to: 'offer', by: ['supplier'], consent: false },
  { from: 'offer', to: 'contract', by: either, consent: true },
  { from: 'contract', to: 'repeat', by: either, consent: true },
  ...stoppable.map((from): Passage => ({ from, to: 'stopped', by: either, consent: false })),
]

/** How far a stage is; a stopped linkage is nowhere. */
export const stageRank = (stage: LinkageStage): number => (stage === 'stopped' ? -1 : linkageStages.indexOf(stage))

/** Whether both sides said yes and neither has stopped. */
export const isLive = (stage: LinkageStage): boolean => stage !== 'requested' && stage !== 'stopped'
