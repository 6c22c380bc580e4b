import type { listRequests as listContract } from '@enlace/contracts'
import { listRequests as list } from '@enlace/database'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'

/** What waits for the answer of the actor's firm; nothing for who does not take part. */
export const listRequests: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.read')
  const rows = await list(tx, day.id)
  return {
    items: rows.map(({ organisationId, name, ...row }) => ({ ...row, organisation: { id: organisationId, name } })),
  }
}
