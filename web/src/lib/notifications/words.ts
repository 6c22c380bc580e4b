import type { NotificationView } from '@enlace/contracts'
import type { LinkageStage, NotificationKind, OrganisationKind } from '@enlace/domain'
import { stageWords } from '../linkages/words.ts'
import { groundsIn } from '../exclusions/words.ts'
import { day, number, share } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'

type Detail = NotificationView['detail']
const text = (detail: Detail, name: string): string => String(detail[name] ?? '')

const partnerOf = (detail: Detail): string => text(detail, 'partner') || m.notifications_a_buyer()
const stageOf = (detail: Detail): string => stageWords[text(detail, 'stage') as LinkageStage]?.() ?? ''

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
  'exclusion-stated': (detail) =>
    m.notifications_exclusion_stated({ by: text(detail, 'by'), ground: groundsIn(text(detail, 'ground')) }),
  'exclusion-answered': (detail) =>
    m.notifications_exclusion_answered({
      supplier: text(detail, 'supplier'),
      ground: groundsIn(text(detail, 'ground')),
    }),
  'linkage-requested': (detail) =>
    m.notifications_linkage_requested({ partner: partnerOf(detail), title: text(detail, 'title') }),
  'linkage-started': (detail) =>
    text(detail, 'title') === ''
      ? m.notifications_linkage_begun({ partner: partnerOf(detail) })
      : m.notifications_linkage_started({ partner: partnerOf(detail), title: text(detail, 'title') }),
  'linkage-proposed': (detail) =>
    m.notifications_linkage_proposed({ partner: partnerOf(detail), stage: stageOf(detail) }),
  'linkage-moved': (detail) => m.notifications_linkage_moved({ partner: partnerOf(detail), stage: stageOf(detail) }),
  'message-received': (detail) => m.notifications_message_received({ partner: partnerOf(detail) }),
  'follow-up-due': (detail) => m.notifications_follow_up_due({ partner: partnerOf(detail) }),
  'term-ending': (detail) =>
    m.notifications_term_ending({ partner: partnerOf(detail), date: day(text(detail, 'endsOn')) }),
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
  'buyer-asked': (detail) =>
    m.notifications_buyer_asked({ title: text(detail, 'title'), agency: text(detail, 'agency') }),
  'buyer-joined': (detail) =>
    m.notifications_buyer_joined({ title: text(detail, 'title'), buyer: text(detail, 'buyer') }),
  'buyer-left': (detail) => m.notifications_buyer_left({ title: text(detail, 'title'), buyer: text(detail, 'buyer') }),
  'challenge-joined-changed': (detail) => {
    const values = { title: text(detail, 'title') }
    if (detail['what'] === 'need-published') return m.notifications_joined_published(values)
    return detail['what'] === 'need-amended'
      ? m.notifications_joined_amended(values)
      : m.notifications_joined_ended(values)
  },
  'proposal-answered': (detail) =>
    detail['answer'] === 'interested'
      ? m.notifications_proposal_interested({ title: text(detail, 'title') })
      : m.notifications_proposal_not_for_us({ title: text(detail, 'title') }),
  'matchday-invited': (detail) =>
    m.notifications_matchday_invited({ title: text(detail, 'title'), organiser: text(detail, 'organiser') }),
  'matchday-reminded': (detail) =>
    m.notifications_matchday_reminded({ title: text(detail, 'title'), organiser: text(detail, 'organiser') }),
  'matchday-cancelled': (detail) => m.notifications_matchday_cancelled({ title: text(detail, 'title') }),
  'participant-admitted': (detail) => m.notifications_participant_admitted({ title: text(detail, 'title') }),
  'participant-declined': (detail) => m.notifications_participant_declined({ title: text(detail, 'title') }),
  'plan-published': (detail) => m.notifications_plan_published({ title: text(detail, 'title') }),
  'plan-undone': (detail) => m.notifications_plan_undone({ title: text(detail, 'title') }),
  'meeting-changed': (detail) =>
    m.notifications_meeting_changed({ title: text(detail, 'title'), other: text(detail, 'other') }),
  'meeting-lost': (detail) =>
    m.notifications_meeting_lost({ title: text(detail, 'title'), other: text(detail, 'other') }),
  'meeting-found': (detail) =>
    m.notifications_meeting_found({ title: text(detail, 'title'), other: text(detail, 'other') }),
  'announcement-made': (detail) => m.notifications_announcement_made({ title: text(detail, 'title') }),
  'outcome-due': (detail) => m.notifications_outcome_due({ title: text(detail, 'title'), left: text(detail, 'left') }),
  'introduction-proposed': (detail) => m.notifications_introduction_proposed({ title: text(detail, 'title') }),
  'introduction-agreed': (detail) => m.notifications_introduction_agreed({ title: text(detail, 'title') }),
  'requests-due': (detail) =>
    m.notifications_requests_due({ title: text(detail, 'title'), left: text(detail, 'left') }),
  'no-show-noted': (detail) => m.notifications_no_show_noted({ title: text(detail, 'title') }),
  'no-show-excused': (detail) =>
    m.notifications_no_show_excused({ title: text(detail, 'title'), firm: text(detail, 'firm') }),
  'no-show-decided': (detail) =>
    detail['accepted'] === 'yes'
      ? m.notifications_no_show_accepted({ title: text(detail, 'title') })
      : m.notifications_no_show_rejected({ title: text(detail, 'title') }),
  'innovation-answered': (detail) => {
    const values = { title: text(detail, 'title'), buyer: text(detail, 'buyer') }
    return detail['answer'] === 'interested'
      ? m.notifications_innovation_interested(values)
      : m.notifications_innovation_not_for_us(values)
  },
  'innovation-asked': (detail) =>
    m.notifications_innovation_asked({ title: text(detail, 'title'), buyer: text(detail, 'buyer') }),
  'innovation-opened': (detail) => {
    const values = { title: text(detail, 'title'), supplier: text(detail, 'supplier') }
    return detail['granted'] === 'yes'
      ? m.notifications_innovation_granted(values)
      : m.notifications_innovation_refused(values)
  },
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

type Place = (notice: NotificationView, reader: OrganisationKind | null) => string
const need: Place = ({ subject }, reader) => (reader === 'buyer' ? `/needs/${subject}` : `/open-needs/${subject}`)
const call: Place = ({ subject }) => `/calls/${subject}`
const questions: Place = ({ subject }) => `/calls/${subject}/questions`
const linkage: Place = ({ subject }) => `/linkages/${subject}`
const buyers: Place = ({ subject }) => `/challenges/${subject}#buyers`
const challenge: Place = ({ subject }) => `/challenges/${subject}`

const places: Readonly<Record<NotificationKind, Place>> = {
  'need-amended': need,
  'need-closed': need,
  'need-cancelled': need,
  'match-answered': need,
  'match-invited': need,
  'invitation-withdrawn': need,
  'import-finished': ({ subject }) => `/imports/${subject}`,
  'places-piled-up': ({ detail }) =>
    text(detail, 'country') === '' ? '/fairness' : `/fairness?country=${text(detail, 'country')}`,
  'search-found': ({ detail }) => text(detail, 'search'),
  'call-invited': call,
  'seat-asked': call,
  'call-amended': call,
  'call-cancelled': call,
  'debrief-sent': call,
  'complaint-filed': call,
  'complaint-answered': call,
  'question-asked': questions,
  'question-answered': questions,
  'answer-corrected': questions,
  'exclusion-stated': () => '/passport#exclusions',
  'exclusion-answered': ({ subject }) => `/suppliers/${subject}/exclusions`,
  'linkage-requested': linkage,
  'linkage-started': linkage,
  'linkage-proposed': linkage,
  'linkage-moved': linkage,
  'message-received': linkage,
  'follow-up-due': ({ subject }) => `/linkages/${subject}#follow-ups`,
  'term-ending': linkage,
  'brief-submitted': challenge,
  'brief-decided': challenge,
  'cluster-joined': challenge,
  'review-asked': ({ subject }) => `/challenges/${subject}#firms`,
  'proposal-handed-in': ({ detail }) => `/challenges/${text(detail, 'need')}#proposals`,
  'proposal-moved': ({ subject }) => `/proposals/${subject}`,
  'buyer-asked': buyers,
  'buyer-joined': buyers,
  'buyer-left': buyers,
  'challenge-joined-changed': challenge,
  'proposal-answered': ({ subject }) => `/proposals/${subject}`,
  'team-asked': () => '/proposals',
  'matchday-invited': ({ subject }) => `/matchdays/${subject}`,
  'matchday-reminded': ({ subject }) => `/matchdays/${subject}`,
  'matchday-cancelled': ({ subject }) => `/matchdays/${subject}`,
  'participant-admitted': ({ subject }) => `/matchdays/${subject}#firms`,
  'participant-declined': ({ subject }) => `/matchdays/${subject}`,
  'plan-published': ({ subject }) => `/matchdays/${subject}#meetings`,
  'plan-undone': ({ subject }) => `/matchdays/${subject}#meetings`,
  'meeting-changed': ({ subject }) => `/matchdays/${subject}#meetings`,
  'meeting-lost': ({ subject }) => `/matchdays/${subject}#meetings`,
  'meeting-found': ({ subject }) => `/matchdays/${subject}#meetings`,
  'announcement-made': ({ subject }) => `/matchdays/${subject}`,
  'outcome-due': ({ subject }) => `/matchdays/${subject}/outcomes`,
  'introduction-proposed': ({ subject }) => `/matchdays/${subject}/requests`,
  'introduction-agreed': ({ subject }) => `/matchdays/${subject}/requests`,
  'requests-due': ({ subject }) => `/matchdays/${subject}/requests`,
  'no-show-noted': () => '/matchdays/no-shows',
  'no-show-excused': () => '/matchdays/no-shows',
  'no-show-decided': () => '/matchdays/no-shows',
  'innovation-answered': ({ subject }) => `/innovations/${subject}#readers`,
  'innovation-asked': ({ subject }) => `/innovations/${subject}#readers`,
  'innovation-opened': ({ subject }) => `/innovations/${subject}`,
}

/** Where a notice leads. */
export const noticeHref = (notice: NotificationView, reader: OrganisationKind | null): string =>
  places[notice.kind](notice, reader)
