import { readHeldLists, storePlaces, type PlacedNeed, type Transaction } from '@enlace/database'

import type { ExposureBook } from './exposure-book.ts'

/** Shares the held places of lists out anew after one supplier got another place in them, by the same rule as a ranking. */
export async function shareOutAgain(
  tx: Transaction,
  exposures: ExposureBook,
  changed: readonly PlacedNeed[],
): Promise<void> {
  if (changed.length === 0) return
  const lists = await readHeldLists(
    tx,
    changed.map(({ needId }) => needId),
  )
  for (const { needId, rows, policy } of lists) {
    const { order, lifted } = await exposures.shareOut(needId, rows, policy)
    await storePlaces(
      tx,
      needId,
      order.map(({ supplierId }) => supplierId),
      lifted,
    )
  }
}
