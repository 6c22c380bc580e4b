import type { CallView, DecisionView, OpeningView, SeatView } from '@enlace/contracts'
import { nextEnvelope, type Seat } from '@enlace/domain'
import { m } from '../paraglide/messages.js'
import { seatsMissing } from './seat-faults.ts'
import { envelopeWords } from './words.ts'

/** What has to happen next, and by whom; null where it is the bidders or the clock. */
export type NextStep = { readonly text: string; readonly seat: Seat | null }
type Known = {
  readonly seats: readonly SeatView[]
  readonly opening: OpeningView | null
  readonly decision: DecisionView | null
}

function stepOf(call: CallView, { seats, opening, decision }: Known): NextStep | null {
  const owed = decision?.owed.length ?? 0
  switch (call.phase) {
    case 'draft':
      return seats.length > 0 && seatsMissing(call, seats).length > 0
        ? { text: m.calls_next_seats(), seat: 'author' }
        : { text: m.calls_next_publish(), seat: 'approver' }
    case 'tendering':
      return { text: m.calls_next_tendering(), seat: null }
    case 'opening': {
      const released = opening?.openers.filter(({ releasedAt }) => releasedAt !== null).length ?? 0
      const envelope = nextEnvelope(call)
      const name = envelope === null ? '' : envelopeWords[envelope]()
      return { text: m.calls_next_opening({ envelope: name, released, of: call.threshold }), seat: 'opener' }
    }
    case 'evaluating':
      return {
        text: m.calls_next_evaluating({ envelope: call.stage === null ? '' : envelopeWords[call.stage]() }),
        seat: 'author',
      }
    case 'choosing':
      return { text: m.calls_next_choosing(), seat: 'author' }
    case 'proposed':
      return { text: m.calls_next_proposed(), seat: 'approver' }
    case 'standstill':
      return owed > 0
        ? { text: m.calls_next_debriefs({ count: owed }), seat: 'author' }
        : { text: m.calls_next_standstill(), seat: null }
    case 'appeal':
      return { text: m.calls_next_appeal(), seat: 'approver' }
    case 'final':
      return { text: owed > 0 ? m.calls_next_debriefs({ count: owed }) : m.calls_next_close(), seat: 'author' }
    default:
      return null
  }
}

/** What is next in a call, and whether it waits for the reader. */
export function nextStep(call: CallView, known: Known): (NextStep & { readonly mine: boolean }) | null {
  if (call.parts.includes('asked')) return { text: m.calls_next_accept(), seat: null, mine: true }
  const step = stepOf(call, known)
  return step === null ? null : { ...step, mine: step.seat !== null && call.parts.includes(step.seat) }
}
