import type { EventPayload, RecordedEvent } from '@enlace/contracts'
import { listAnswerReaders, notify as tell, readNoticedCall, type NoticedCall } from '@enlace/database'
import type { CallId, NotificationKind, OrganisationId } from '@enlace/domain'

import type { Effect } from '../reactions/reaction.ts'

const telling =
  (callId: CallId, kind: NotificationKind, to: (call: NoticedCall) => readonly OrganisationId[]): Effect =>
  async (tx) => {
    const call = await readNoticedCall(tx, callId)
    if (call === null) return
    await tell(tx, to(call), { kind, subject: callId, detail: { title: call.title, buyer: call.buyer } })
  }

const concerned = ({ invited, bidders }: NoticedCall): OrganisationId[] => [...new Set([...invited, ...bidders])]

const tellOfAnswers =
  ({ callId, answered }: EventPayload<'question.answered'>): Effect =>
  async (tx) => {
    const readers = await listAnswerReaders(tx, callId)
    await telling(callId, answered > 0 ? 'question-answered' : 'answer-corrected', () => readers)(tx)
  }

/** Whom an event of a call is told to; null where it is none that is told. */
export function callEffect(event: RecordedEvent): Effect | null {
  switch (event.name) {
    case 'call.published':
      return telling(event.payload.callId, 'call-invited', ({ invited }) => invited)
    case 'call.invited': {
      const { callId, supplierIds } = event.payload
      return telling(callId, 'call-invited', () => supplierIds)
    }
    case 'call.amended':
      return telling(event.payload.callId, 'call-amended', concerned)
    case 'call.cancelled':
      return telling(event.payload.callId, 'call-cancelled', concerned)
    case 'debrief.sent': {
      const { callId, bidderId } = event.payload
      return telling(callId, 'debrief-sent', () => [bidderId])
    }
    case 'complaint.filed': {
      const { callId, buyerId } = event.payload
      return telling(callId, 'complaint-filed', () => [buyerId])
    }
    case 'complaint.answered': {
      const { callId, bidderId } = event.payload
      return telling(callId, 'complaint-answered', () => [bidderId])
    }
    case 'question.asked': {
      const { callId, organisationId } = event.payload
      return telling(callId, 'question-asked', () => [organisationId])
    }
    case 'question.answered':
      return tellOfAnswers(event.payload)
    default:
      return null
  }
}
