import type { RecordedEvent } from '@enlace/contracts'
import {
  isFirstUnread,
  listMailed,
  notify,
  queueMails,
  readToldLinkage,
  type ToldLinkage,
  type Transaction,
} from '@enlace/database'
import {
  otherSide,
  type LinkageId,
  type LinkageSide,
  type NotificationDetail,
  type NotificationKind,
} from '@enlace/domain'

import { noEffect, type Effect, type Reaction } from '../reactions/reaction.ts'
import { linkageMail } from './linkage-mail.ts'

/** Whom an event is told: the side it is not from, or both where it is from neither. */
const heardBy = (sides: readonly ToldLinkage[], by: LinkageSide | null): readonly ToldLinkage[] =>
  by === null ? sides : sides.filter(({ side }) => side === otherSide(by))

const tell =
  (id: LinkageId, by: LinkageSide | null, kind: NotificationKind, more: NotificationDetail = {}): Effect =>
  async (tx) => {
    for (const { organisationId, partner, title } of heardBy(await readToldLinkage(tx, id), by))
      await notify(tx, [organisationId], { kind, subject: id, detail: { partner, title, ...more } })
  }

const mail = async (
  tx: Transaction,
  id: LinkageId,
  by: LinkageSide | null,
  kind: 'requested' | 'started',
  publicUrl: string,
): Promise<void> => {
  const sides = heardBy(await readToldLinkage(tx, id), by)
  const people = await listMailed(
    tx,
    sides.map(({ organisationId }) => organisationId),
  )
  const link = `${publicUrl}/linkages/${id}`
  await queueMails(
    tx,
    sides.flatMap((told) =>
      people
        .filter(({ organisationId }) => organisationId === told.organisationId)
        .map(({ email, locale }) => ({ recipient: email, ...linkageMail(kind, locale, told, link) })),
    ),
  )
}

function effectOf(event: RecordedEvent, publicUrl: string): Effect {
  switch (event.name) {
    case 'linkage.requested': {
      const { linkageId, by } = event.payload
      return async (tx) => {
        await tell(linkageId, by, 'linkage-requested')(tx)
        await mail(tx, linkageId, by, 'requested', publicUrl)
      }
    }
    case 'linkage.started': {
      const { linkageId } = event.payload
      return async (tx) => {
        await tell(linkageId, null, 'linkage-started')(tx)
        await mail(tx, linkageId, null, 'started', publicUrl)
      }
    }
    case 'linkage.proposed':
      return tell(event.payload.linkageId, event.payload.by, 'linkage-proposed', { stage: event.payload.to })
    case 'linkage.moved':
      return tell(event.payload.linkageId, event.payload.by, 'linkage-moved', { stage: event.payload.to })
    case 'message.sent': {
      const { linkageId, seq, by } = event.payload
      // One notice until somebody looks, however much is written meanwhile.
      return async (tx) => {
        if (await isFirstUnread(tx, linkageId, seq)) await tell(linkageId, by, 'message-received')(tx)
      }
    }
    default:
      return noEffect
  }
}

/** Tells the other side of a linkage what happened in it, once; requests and beginnings go out as mail too. */
export const tellLinkage = (publicUrl: string): Reaction => ({ atOnce: (event) => effectOf(event, publicUrl) })
