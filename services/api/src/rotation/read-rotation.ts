import type { listRotation as listContract, readRotation as readContract, RotationEntry } from '@enlace/contracts'
import { countSeatings, listRotationDays, nameFirms, readSeatingTotals, type Transaction } from '@enlace/database'
import {
  balanceOf,
  can,
  furthestOf,
  isBehind,
  ledgerOf,
  Problem,
  type Balance,
  type FirmBalance,
  type OrganisationId,
} from '@enlace/domain'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'

const view = ({ tables, hours, ...balance }: Balance) => ({ ...balance, tables: [...tables], hours: [...hours] })

/** What each firm got so far at the matchdays that an agency holds. */
export const ledgerFor = async (tx: Transaction, organiserId: OrganisationId): Promise<readonly FirmBalance[]> =>
  ledgerOf(await countSeatings(tx, await listRotationDays(tx, organiserId)))

/** Lines of a ledger with the names of their firms. */
export async function entriesOf(tx: Transaction, ledger: readonly FirmBalance[]): Promise<RotationEntry[]> {
  const names = await nameFirms(
    tx,
    ledger.map(({ organisationId }) => organisationId),
  )
  return ledger.map(({ organisationId: id, side, ...balance }) => ({
    ...{ ...view(balance), side, organisation: { id, name: names.get(id) ?? '' } },
  }))
}

export const listRotation: Handler<typeof listContract> = async ({ tx, actor, query }) => {
  const { organisationId } = actor
  if (!can(actor, 'matchday.run', { organisationId }))
    throw new Problem('identity.forbidden', 'Who got which tables is for the agency that holds matchdays.')
  const after = fromCursor(query.cursor, { balance: 'number', id: 'string' })
  const ledger = await ledgerFor(tx, organisationId)
  const rest = after === null ? ledger : ledger.filter((line) => isBehind(line, after))
  const { items, next } = cutPage(rest.slice(0, query.limit + 1), query.limit, (last) => ({
    balance: last.tableBalance,
    id: last.organisationId,
  }))
  return { items: await entriesOf(tx, items), next, furthest: furthestOf(ledger) }
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
