import type { NotificationView } from '@enlace/contracts'
import type { NotificationKind, OrganisationKind } from '@enlace/domain'
import { number, share } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'
import {
  arrowEnd,
  ban,
  bulb,
  check,
  handshake,
  inbox,
  layers,
  mail,
  pencil,
  people,
  scale,
  search,
  upload,
  warning,
} from '../ui/icons.ts'

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
  'brief-submitted': (detail) => m.notifications_brief_submitted({ title: text(detail, 'title') }),
  'brief-decided': (detail) =>
    detail['decision'] === 'approved'
      ? m.notifications_brief_approved({ title: text(detail, 'title') })
      : m.notifications_brief_refused({ title: text(detail, 'title') }),
  'review-asked': (detail) => m.notifications_review_asked({ title: text(detail, 'title') }),
  'cluster-joined': (detail) => m.notifications_cluster_joined({ title: text(detail, 'title') }),
  'team-asked': (detail) =>
    m.notifications_team_asked({ title: text(detail, 'title'), supplier: text(detail, 'supplier') }),
  'proposal-handed-in': (detail) => {
    const values = { title: text(detail, 'title'), supplier: text(detail, 'supplier') }
    return detail['act'] === 'withdraw'
      ? m.notifications_proposal_withdrawn(values)
      : m.notifications_proposal_handed_in(values)
  },
  'proposal-moved': (detail) =>
    detail['act'] === 'stop'
      ? m.notifications_proposal_stopped({ title: text(detail, 'title') })
      : m.notifications_proposal_advanced({ title: text(detail, 'title') }),
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
  'search-found': search,
  'places-piled-up': layers,
  'brief-submitted': bulb,
  'brief-decided': scale,
  'review-asked': scale,
  'cluster-joined': people,
  'team-asked': people,
  'proposal-handed-in': inbox,
  'proposal-moved': arrowEnd,
}

/** Where a notice leads. */
export function noticeHref({ kind, subject, detail }: NotificationView, reader: OrganisationKind | null): string {
  if (kind === 'import-finished') return `/imports/${subject}`
  if (kind === 'places-piled-up')
    return text(detail, 'country') === '' ? '/fairness' : `/fairness?country=${text(detail, 'country')}`
  if (kind === 'search-found') return text(detail, 'search')
  if (['brief-submitted', 'brief-decided', 'cluster-joined'].includes(kind)) return `/challenges/${subject}`
  if (kind === 'review-asked') return `/challenges/${subject}#firms`
  if (kind === 'proposal-handed-in') return `/challenges/${text(detail, 'need')}#proposals`
  if (kind === 'team-asked') return '/proposals'
  if (kind === 'proposal-moved') return `/proposals/${subject}`
  return reader === 'buyer' ? `/needs/${subject}` : `/open-needs/${subject}`
}
