import type { EventPayload, RecordedEvent } from '@enlace/contracts'
import {
  listConcerned,
  listMailed,
  notify as tell,
  queueMails,
  readImport,
  readNoticedNeed,
  readOrganisation,
  type NoticedNeed,
  type Transaction,
} from '@enlace/database'
import type { NotificationKind, OrganisationId } from '@enlace/domain'

import { tellAskedBuyer, tellBroker, tellJoined, tellOfAnswer } from '../challenges/tell-of-buyers.ts'
import {
  tellAsked,
  tellBoard,
  tellCluster,
  tellDecision,
  tellOfMove,
  tellReviewer,
} from '../challenges/tell-of-challenge.ts'
import { tellAnswered, tellAskedFor, tellOpened } from '../innovations/tell-of-innovation.ts'
import { noEffect, type Effect, type Reaction } from '../reactions/reaction.ts'
import { noticeMail } from './notice-mail.ts'
import { callEffect } from './notify-of-call.ts'
import { matchdayEffect } from './notify-of-matchday.ts'

type NeedEvent = 'need.amended' | 'need.closed' | 'need.cancelled'

/** What a supplier may read of a need: under an alias not who asks. */
const shown = (need: NoticedNeed): Record<string, string> =>
  need.confidentiality === 'open' ? { title: need.title, buyer: need.buyer } : { title: need.title }

const tellOfNeed =
  (kind: NotificationKind, { needId }: EventPayload<NeedEvent>): Effect =>
  async (tx) => {
    const need = await readNoticedNeed(tx, needId)
    if (need === null) return
    await tell(tx, await listConcerned(tx, needId), { kind, subject: needId, detail: shown(need) })
    await tellJoined(needId, kind)(tx)
  }

const tellBuyer =
  ({ needId, organisationId, supplierId, answer }: EventPayload<'match.answered'>): Effect =>
  async (tx) => {
    const [need, supplier] = [await readNoticedNeed(tx, needId), await readOrganisation(tx, supplierId)]
    if (need === null || supplier === null) return
    const detail = { title: need.title, supplier: supplier.name, answer }
    await tell(tx, [organisationId], { kind: 'match-answered', subject: needId, detail })
    if (answer === 'interested') await mail(tx, organisationId, 'match-answered', detail)
  }

/** That a buyer set a supplier aside is the buyer's own note, so nobody is told. */
const told: Partial<Readonly<Record<EventPayload<'match.judged'>['verdict'], NotificationKind>>> = {
  invite: 'match-invited',
  'withdraw-invitation': 'invitation-withdrawn',
}

const tellSupplier =
  ({ needId, supplierId, verdict }: EventPayload<'match.judged'>): Effect =>
  async (tx) => {
    const kind = told[verdict]
    const need = kind === undefined ? null : await readNoticedNeed(tx, needId)
    if (kind === undefined || need === null) return
    await tell(tx, [supplierId], { kind, subject: needId, detail: shown(need) })
    if (kind === 'match-invited') await mail(tx, supplierId, kind, shown(need))
  }

const tellAgency =
  ({ organisationId, importId }: EventPayload<'import.finished'>): Effect =>
  async (tx) => {
    const view = await readImport(tx, importId)
    if (view === null || view.dryRun) return
    const { what, fileName, created, updated, failed } = view
    await tell(tx, [organisationId], {
      kind: 'import-finished',
      subject: importId,
      detail: { what, fileName, created, updated, failed },
    })
  }

/** What another said of a supplier is told to it; its own word to nobody. */
const tellSpokenOf =
  ({ organisationId, byId, ground }: EventPayload<'exclusion.stated'>): Effect =>
  async (tx) => {
    const by = organisationId === byId ? null : await readOrganisation(tx, byId)
    if (by === null) return
    const notice = { kind: 'exclusion-stated', subject: organisationId, detail: { by: by.name, ground } } as const
    await tell(tx, [organisationId], notice)
  }

const tellSpeaker =
  ({ organisationId, byId, ground }: EventPayload<'exclusion.answered'>): Effect =>
  async (tx) => {
    const supplier = await readOrganisation(tx, organisationId)
    if (supplier === null) return
    const detail = { supplier: supplier.name, ground }
    await tell(tx, [byId], { kind: 'exclusion-answered', subject: organisationId, detail })
  }

async function mail(
  tx: Transaction,
  to: OrganisationId,
  kind: 'match-invited' | 'match-answered',
  detail: Record<string, string>,
): Promise<void> {
  await queueMails(
    tx,
    (await listMailed(tx, [to])).map(({ email, locale }) => ({
      recipient: email,
      ...noticeMail(kind, locale, detail),
    })),
  )
}

function effectOf(event: RecordedEvent): Effect {
  switch (event.name) {
    case 'need.published':
      return tellJoined(event.payload.needId, 'need-published')
    case 'need.amended':
      return tellOfNeed('need-amended', event.payload)
    case 'need.closed':
      return tellOfNeed('need-closed', event.payload)
    case 'need.cancelled':
      return tellOfNeed('need-cancelled', event.payload)
    case 'match.answered':
      return tellBuyer(event.payload)
    case 'match.judged':
      return tellSupplier(event.payload)
    case 'brief.submitted':
      return tellBoard(event.payload)
    case 'brief.voted':
      return tellDecision(event.payload)
    case 'reviewer.named':
      return tellReviewer(event.payload)
    case 'cluster.formed':
      return tellCluster(event.payload)
    case 'team.asked':
      return tellAsked(event.payload)
    case 'proposal.moved':
      return tellOfMove(event.payload)
    case 'buyer.asked':
      return tellAskedBuyer(event.payload)
    case 'buyer.joined':
    case 'buyer.left':
      return tellBroker(event.name, event.payload)
    case 'proposal.answered':
      return tellOfAnswer(event.payload)
    case 'innovation.answered':
      return tellAnswered(event.payload)
    case 'innovation.asked':
      return tellAskedFor(event.payload)
    case 'innovation.opened':
      return tellOpened(event.payload)
    case 'exclusion.stated':
      return tellSpokenOf(event.payload)
    case 'exclusion.answered':
      return tellSpeaker(event.payload)
    case 'import.finished':
      return tellAgency(event.payload)
    default:
      return callEffect(event) ?? matchdayEffect(event) ?? noEffect
  }
}

/** Tells those concerned of what happened, once; what matters most goes out as mail too. */
export const notify: Reaction = { atOnce: effectOf }
