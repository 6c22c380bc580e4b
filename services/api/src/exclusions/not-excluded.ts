import { holdDealings, type Transaction } from '@enlace/database'
import { checkNotExcluded, type OrganisationId } from '@enlace/domain'

/** A supplier that a buyer is about to deal with, and where in what was sent it stands. */
type Dealt = { readonly id: OrganisationId; readonly path: string }

/** Refuses dealings of a buyer with suppliers that it excludes; that stays so until the transaction ends. */
export async function refuseExcluded(
  tx: Transaction,
  buyerId: OrganisationId,
  ...suppliers: readonly Dealt[]
): Promise<void> {
  if (suppliers.length === 0) return
  const { grounds, statements } = await holdDealings(
    tx,
    buyerId,
    suppliers.map(({ id }) => id),
  )
  for (const [at, { path }] of suppliers.entries()) checkNotExcluded(grounds, statements[at] ?? [], path)
}
