import { declineMove, moveLinkage, undoMove, type LinkageCard, type LinkageView } from '@enlace/contracts'
import type { LinkageStage } from '@enlace/domain'
import { call } from '../api/call.ts'
import { m } from '../paraglide/messages.js'
import { sayProblem } from '../ui/attempt.ts'
import { toasts } from '../ui/toasts.svelte.ts'
import { stageWords } from './words.ts'

type Seen = Pick<LinkageCard, 'id' | 'stage' | 'proposal'>
/** What is done with the answer: it is shown, or, where it was refused, all is looked at again. */
export type Shown = { readonly take: (linkage: LinkageView) => void; readonly lookAgain: () => Promise<unknown> }

async function say(
  act: () => Promise<LinkageView>,
  words: (after: LinkageView) => string,
  shown: Shown,
): Promise<void> {
  try {
    const after = await act()
    shown.take(after)
    toasts.say(words(after), after.undoUntil === null ? {} : { undo: () => void undoStep(after, shown) })
  } catch (error) {
    sayProblem(error)
    await shown.lookAgain()
  }
}

/** Takes a step, or proposes it where the other side has to agree; it can be taken back from the note that says so. */
export const takeStep = ({ id, stage }: Seen, to: LinkageStage, reason: string, shown: Shown): Promise<void> =>
  say(
    () => call(moveLinkage, { params: { id }, body: { from: stage, to, reason } }),
    (after) =>
      after.stage === to
        ? m.linkages_step_done({ stage: stageWords[to]() })
        : m.linkages_step_proposed({ stage: stageWords[to]() }),
    shown,
  )

export const undoStep = ({ id, stage }: Seen, shown: Shown): Promise<void> =>
  say(
    () => call(undoMove, { params: { id }, body: { from: stage } }),
    () => m.linkages_step_undone(),
    shown,
  )

/** Says no to what is proposed, or takes back what one proposed. */
export const declineStep = ({ id, proposal }: Seen, shown: Shown): Promise<void> =>
  say(
    () => call(declineMove, { params: { id }, body: { to: proposal?.to ?? 'match' } }),
    () => m.linkages_step_declined(),
    shown,
  )
