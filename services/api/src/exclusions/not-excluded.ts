import { holdExclusions, listStatements, readExcludedGrounds, type Transaction } from '@enlace/database'
import { checkNotExcluded, type OrganisationId } from '@enlace/domain'

/**
 * Refuses dealings of a buyer with a supplier that it excludes. What is said and for what is excluded stay as they are
 * until the transaction ends.
 * @param path where in what was sent the supplier stands
 */
export async function refuseExcluded(
  tx: Transaction,
  buyerId: OrganisationId,
  supplierId: OrganisationId,
  path: string,
): Promise<void> {
  await holdExclusions(tx, buyerId, 'shared')
  await holdExclusions(tx, supplierId, 'shared')
  checkNotExcluded(await readExcludedGrounds(tx, buyerId), await listStatements(tx, supplierId), path)
}
