import { type LinkageSide, type LinkageStage, otherSide, type Passage, passages } from './stage.ts'

export const moveKinds = ['started', 'proposed', 'stepped', 'declined', 'undone'] as const
export type MoveKind = (typeof moveKinds)[number]

/** One line of a linkage's history, which both sides read alike; `by` is null where it began by itself. */
export type Move = {
  readonly kind: MoveKind
  readonly from: LinkageStage
  readonly to: LinkageStage
  readonly by: LinkageSide | null
  /** In milliseconds since 1970. */
  readonly at: number
}

/** Where a linkage stands: its stage and the last line of its history, which says what is proposed or can be undone. */
export type Standing = { readonly stage: LinkageStage; readonly last: Move | null }

export type LinkageAct =
  | { readonly kind: 'step'; readonly to: LinkageStage }
  | { readonly kind: 'decline' }
  | { readonly kind: 'undo' }

export const stepRefusals = ['no-such-step', 'not-yours', 'nothing-proposed', 'too-late'] as const
export type StepRefusal = (typeof stepRefusals)[number]
/** The next line of the history, or why there is none; null where all is as it was. */
export type StepOutcome = { readonly move: Move } | { readonly refused: StepRefusal } | null

/** How long a side can take its own last step back. */
export const undoWindowMs = 30 * 60_000

/** What one side wants and the other has not answered. */
export const proposalOf = ({ last }: Standing): { readonly to: LinkageStage; readonly by: LinkageSide } | null =>
  last?.kind === 'proposed' && last.by !== null ? { to: last.to, by: last.by } : null

/** Until when a side can take the last step back; null where it cannot. */
export const undoUntil = ({ last }: Standing, by: LinkageSide): number | null =>
  last?.kind === 'stepped' && last.by === by ? last.at + undoWindowMs : null

function step(
  standing: Standing,
  to: LinkageStage,
  by: LinkageSide,
  at: number,
  table: readonly Passage[],
): StepOutcome {
  const passage = table.find((one) => one.from === standing.stage && one.to === to)
  if (passage === undefined) return { refused: 'no-such-step' }
  if (!passage.by.includes(by)) return { refused: 'not-yours' }
  const line = { from: standing.stage, to, by, at }
  const proposal = proposalOf(standing)
  if (!passage.consent || (proposal?.to === to && proposal.by === otherSide(by)))
    return { move: { ...line, kind: 'stepped' } }
  return proposal?.to === to ? null : { move: { ...line, kind: 'proposed' } }
}

/** Says no to what the other side proposed, or takes back what one proposed oneself; without a request there is nothing left. */
function decline(standing: Standing, by: LinkageSide, at: number): StepOutcome {
  const proposal = proposalOf(standing)
  if (proposal === null) return { refused: 'nothing-proposed' }
  const { stage } = standing
  return stage === 'requested'
    ? { move: { kind: 'stepped', from: stage, to: 'stopped', by, at } }
    : { move: { kind: 'declined', from: stage, to: proposal.to, by, at } }
}

function undo(standing: Standing, by: LinkageSide, at: number): StepOutcome {
  const until = undoUntil(standing, by)
  if (until === null || standing.last === null) return { refused: 'not-yours' }
  if (at > until) return { refused: 'too-late' }
  return { move: { kind: 'undone', from: standing.stage, to: standing.last.from, by, at } }
}

/** What an act of one side brings about; pure, so that the page knows it as the server does. */
export function takeStep(
  standing: Standing,
  act: LinkageAct,
  by: LinkageSide,
  at: number,
  table: readonly Passage[] = passages,
): StepOutcome {
  if (act.kind === 'step') return step(standing, act.to, by, at, table)
  return act.kind === 'decline' ? decline(standing, by, at) : undo(standing, by, at)
}

/** The stage after a line of the history. */
export const stageAfter = ({ kind, from, to }: Move): LinkageStage =>
  kind === 'proposed' || kind === 'declined' ? from : to

/** Steps that a side can take or propose now. */
export const stepsFor = ({ stage }: Pick<Standing, 'stage'>, by: LinkageSide): readonly Passage[] =>
  passages.filter((passage) => passage.from === stage && passage.by.includes(by))
