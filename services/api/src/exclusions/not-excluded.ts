import { holdDealing, type Transaction } from '@enlace/database'
import { checkNotExcluded, type OrganisationId } from '@enlace/domain'

/**
 * Refuses dealings of a buyer with a supplier that it excludes; that stays so until the transaction ends.
 * @param path where in what was sent the supplier stands
 */
export async function refuseExcluded(
  tx: Transaction,
  buyerId: OrganisationId,
  supplierId: OrganisationId,
  path: string,
): Promise<void> {
  const { grounds, statements } = await holdDealing(tx, buyerId, supplierId)
  checkNotExcluded(grounds, statements, path)
}
