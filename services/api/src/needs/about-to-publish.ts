import type { ComingNeed } from '@enlace/contracts'
import { today, type Transaction } from '@enlace/database'
import { checkPublishable } from '@enlace/domain'
import type { Announcer } from '@enlace/messaging'

/**
 * Announces a need to the workers, which work its list out while it is written, and refuses it where it cannot be published.
 * In this order, since what day it is takes an answer of Postgres: a list of a need that is refused is made in vain.
 */
export async function aboutToPublish(tx: Transaction, announcer: Announcer, coming: ComingNeed): Promise<void> {
  announcer.announce(coming)
  checkPublishable(coming.content, await today(tx))
}
