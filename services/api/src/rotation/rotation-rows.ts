import type { Transaction } from '@enlace/database'
import { appeals, type ByAppeal, type OrganisationId } from '@enlace/domain'

import { entriesOf, ledgerFor } from './read-rotation.ts'

const numbered = (name: string, meetings: ByAppeal): Readonly<Record<string, number>> =>
  Object.fromEntries(appeals.map((appeal, at) => [`${name}${appeal}`, meetings[at] ?? 0]))

export const rotationFields = [
  ...['firm', 'side', 'matchdays', 'tableBalance', 'hourBalance'],
  ...['tables', 'hours'].flatMap((name) => appeals.map((appeal) => `${name}${appeal}`)),
].join(' ')

const cents = 100
/** To the hundredth of a point. */
const rounded = (points: number): number => Math.round(points * cents) / cents

/** What each firm got at an agency's matchdays, a row for each. */
export async function readRotationRows(
  tx: Transaction,
  owner: OrganisationId,
): Promise<Readonly<Record<string, string | number>>[]> {
  return (await entriesOf(tx, await ledgerFor(tx, owner))).map(
    ({ organisation, side, matchdays, tables, hours, ...balance }) => ({
      ...{ firm: organisation.name, side, matchdays },
      ...{ tableBalance: rounded(balance.tableBalance), hourBalance: rounded(balance.hourBalance) },
      ...numbered('tables', tables),
      ...numbered('hours', hours),
    }),
  )
}
