import type { EventPayload } from '@enlace/contracts'
import { notify, readInnovation, readOrganisation, type Transaction } from '@enlace/database'
import type { InnovationId, NotificationDetail, NotificationKind, OrganisationId } from '@enlace/domain'

import type { Effect } from '../reactions/reaction.ts'

async function tell(
  tx: Transaction,
  id: InnovationId,
  readerId: OrganisationId,
  kind: NotificationKind,
  detail: NotificationDetail,
): Promise<void> {
  const [innovation, reader] = [await readInnovation(tx, id), await readOrganisation(tx, readerId)]
  if (innovation === null || reader === null) return
  const title = innovation.published?.title ?? innovation.content.title
  const toReader = kind === 'innovation-opened'
  await notify(tx, [toReader ? readerId : innovation.organisationId], {
    kind,
    subject: id,
    detail: { title, ...(toReader ? { supplier: innovation.supplierName } : { buyer: reader.name }), ...detail },
  })
}

/** Tells a supplier what a buyer answered. */
export const tellAnswered =
  ({ innovationId, readerId, answer }: EventPayload<'innovation.answered'>): Effect =>
  (tx) =>
    tell(tx, innovationId, readerId, 'innovation-answered', { answer })

/** Tells a supplier that a buyer asks for the confidential part. */
export const tellAskedFor =
  ({ innovationId, readerId }: EventPayload<'innovation.asked'>): Effect =>
  (tx) =>
    tell(tx, innovationId, readerId, 'innovation-asked', {})

/** Tells a buyer what the supplier decided about that. */
export const tellOpened =
  ({ innovationId, readerId, granted }: EventPayload<'innovation.opened'>): Effect =>
  (tx) =>
    tell(tx, innovationId, readerId, 'innovation-opened', { granted: granted ? 'yes' : 'no' })
