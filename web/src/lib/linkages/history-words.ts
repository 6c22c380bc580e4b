import type { LinkageView } from '@enlace/contracts'
import { passages } from '@enlace/domain'
import { m } from '../paraglide/messages.js'
import { sideWords, stageWords } from './words.ts'

type Move = LinkageView['history'][number]

/** One line of a linkage's history as a sentence. */
export function moveWords({ kind, from, to, by }: Move): string {
  if (by === null || kind === 'started') return m.linkages_history_started()
  const values = { side: sideWords[by](), stage: stageWords[to]() }
  if (kind === 'proposed')
    return from === 'requested' ? m.linkages_history_requested(values) : m.linkages_history_proposed(values)
  if (kind === 'declined') return m.linkages_history_declined(values)
  if (kind === 'undone') return m.linkages_history_undone(values)
  if (to === 'stopped') return m.linkages_history_stopped(values)
  const agreed = passages.some((one) => one.from === from && one.to === to && one.consent)
  return agreed ? m.linkages_history_agreed(values) : m.linkages_history_stepped(values)
}
