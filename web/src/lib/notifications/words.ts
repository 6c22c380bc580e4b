import type { NotificationView } from '@enlace/contracts'
import type { NotificationKind, OrganisationKind } from '@enlace/domain'
import { number, share } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'
import { ban, check, handshake, layers, mail, pencil, search, upload, warning } from '../ui/icons.ts'

type Detail = NotificationView['detail']
const text = (detail: Detail, name: string): string => String(detail[name] ?? '')

const sentences: Readonly<Record<NotificationKind, (detail: Detail) => string>> = {
  'need-amended': (detail) => m.notifications_need_amended({ title: text(detail, 'title') }),
  'need-closed': (detail) => m.notifications_need_closed({ title: text(detail, 'title') }),
  'need-cancelled': (detail) => m.notifications_need_cancelled({ title: text(detail, 'title') }),
  'match-answered': (detail) => {
    const values = { supplier: text(detail, 'supplier'), title: text(detail, 'title') }
    return detail['answer'] === 'interested'
      ? m.notifications_answered_interested(values)
      : m.notifications_answered_not_for_us(values)
  },
  'match-invited': (detail) =>
    m.notifications_invited({
      buyer: text(detail, 'buyer') || m.notifications_a_buyer(),
      title: text(detail, 'title'),
    }),
  'invitation-withdrawn': (detail) => m.notifications_invitation_withdrawn({ title: text(detail, 'title') }),
  'import-finished': (detail) =>
    m.notifications_import_finished({
      file: text(detail, 'fileName') || m.notifications_a_list(),
      created: number(Number(detail['created'] ?? 0)),
      updated: number(Number(detail['updated'] ?? 0)),
      failed: number(Number(detail['failed'] ?? 0)),
    }),
  'places-piled-up': (detail) =>
    m.notifications_places_piled_up({
      share: share(Number(detail['share'] ?? 0)),
      merited: share(Number(detail['merited'] ?? 0)),
      days: number(Number(detail['days'] ?? 0)),
    }),
  'call-invited': (detail) =>
    m.notifications_call_invited({ buyer: text(detail, 'buyer'), title: text(detail, 'title') }),
  'seat-asked': (detail) => m.notifications_seat_asked({ buyer: text(detail, 'buyer'), title: text(detail, 'title') }),
  'call-amended': (detail) => m.notifications_call_amended({ title: text(detail, 'title') }),
  'call-cancelled': (detail) => m.notifications_call_cancelled({ title: text(detail, 'title') }),
  'question-asked': (detail) => m.notifications_question_asked({ title: text(detail, 'title') }),
  'question-answered': (detail) => m.notifications_question_answered({ title: text(detail, 'title') }),
  'answer-corrected': (detail) => m.notifications_answer_corrected({ title: text(detail, 'title') }),
  'debrief-sent': (detail) => m.notifications_debrief_sent({ title: text(detail, 'title') }),
  'complaint-filed': (detail) => m.notifications_complaint_filed({ title: text(detail, 'title') }),
  'complaint-answered': (detail) => m.notifications_complaint_answered({ title: text(detail, 'title') }),
  'search-found': (detail) => {
    const count = Number(detail['count'] ?? 0)
    return m.notifications_search_found({
      count,
      shown: number(count),
      title: text(detail, 'title'),
      name: text(detail, 'name'),
    })
  },
}

/** A notice as a sentence in the reader's language. */
export const noticeWords = ({ kind, detail }: NotificationView): string => sentences[kind](detail)

export const noticeIcons: Readonly<Record<NotificationKind, string>> = {
  'need-amended': pencil,
  'need-closed': check,
  'need-cancelled': ban,
  'match-answered': handshake,
  'match-invited': mail,
  'invitation-withdrawn': warning,
  'import-finished': upload,
  'call-invited': mail,
  'seat-asked': mail,
  'call-amended': pencil,
  'call-cancelled': ban,
  'question-asked': mail,
  'question-answered': check,
  'answer-corrected': pencil,
  'debrief-sent': check,
  'complaint-filed': warning,
  'complaint-answered': check,
  'search-found': search,
  'places-piled-up': layers,
}

const callKinds: ReadonlySet<NotificationKind> = new Set([
  'call-invited',
  'seat-asked',
  'call-amended',
  'call-cancelled',
  'debrief-sent',
  'complaint-filed',
  'complaint-answered',
])

const questionKinds: ReadonlySet<NotificationKind> = new Set([
  'question-asked',
  'question-answered',
  'answer-corrected',
])

/** Where a notice leads. */
export function noticeHref({ kind, subject, detail }: NotificationView, reader: OrganisationKind | null): string {
  if (kind === 'import-finished') return `/imports/${subject}`
  if (kind === 'places-piled-up')
    return text(detail, 'country') === '' ? '/fairness' : `/fairness?country=${text(detail, 'country')}`
  if (questionKinds.has(kind)) return `/calls/${subject}/questions`
  if (callKinds.has(kind)) return `/calls/${subject}`
  if (kind === 'search-found') return text(detail, 'search')
  return reader === 'buyer' ? `/needs/${subject}` : `/open-needs/${subject}`
}
