import type { NotificationView } from '@enlace/contracts'
import type { NotificationKind, OrganisationKind } from '@enlace/domain'
import { number } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'
import { ban, check, handshake, mail, pencil, upload, warning } from '../ui/icons.ts'

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
}

/** Where a notice leads. */
export const noticeHref = ({ kind, subject }: NotificationView, reader: OrganisationKind | null): string =>
  kind === 'import-finished'
    ? `/imports/${subject}`
    : reader === 'buyer'
      ? `/needs/${subject}`
      : `/open-needs/${subject}`
