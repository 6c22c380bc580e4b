import type { listRotation as listContract, readRotation as readContract, RotationEntry } from '@enlace/contracts'
import { countSeatings, listRotationDays, nameFirms, readSeatingTotals, type Transaction } from '@enlace/database'
import { balanceOf, can, ledgerOf, Problem, type Balance, type OrganisationId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'

const view = ({ tables, hours, ...balance }: Balance) => ({ ...balance, tables: [...tables], hours: [...hours] })

/** What each firm got so far at the matchdays that an agency holds. */
export async function rotationOf(tx: Transaction, organiserId: OrganisationId): Promise<RotationEntry[]> {
  const ledger = ledgerOf(await countSeatings(tx, await listRotationDays(tx, organiserId)))
  const firms = ledger.map(({ organisationId }) => organisationId)
  const names = await nameFirms(tx, firms)
  return ledger.map(({ organisationId: id, side, ...balance }) => ({
    ...{ ...view(balance), side, organisation: { id, name: names.get(id) ?? '' } },
  }))
}

export const listRotation: Handler<typeof listContract> = async ({ tx, actor }) => {
  const { organisationId } = actor
  if (!can(actor, 'matchday.run', { organisationId }))
    throw new Problem('identity.forbidden', 'Who got which tables is for the agency that holds matchdays.')
  return { items: await rotationOf(tx, organisationId) }
}

/** What the reader's own firm got; of others it learns no more than the average that its share is measured by. */
export const readRotation: Handler<typeof readContract> = async ({ tx, actor, params }) => {
  const { id, organisationId: organiserId } = await matchdayFor(tx, actor, params.id, 'matchday.attend')
  const days = await listRotationDays(tx, organiserId)
  const own = await countSeatings(tx, days, actor.organisationId)
  const totals = await readSeatingTotals(tx, days)
  const now = own.filter(({ matchdayId }) => matchdayId === id)
  return { now: view(balanceOf(now, totals)), soFar: view(balanceOf(own, totals)) }
}
