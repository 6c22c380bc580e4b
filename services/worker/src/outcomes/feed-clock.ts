import { feedClock as feed } from '@enlace/database'

import { noEffect, type Reaction } from '../reactions/reaction.ts'

/** Sets when a next step is asked about, once it is said and once there is a linkage to ask about, whichever comes later. */
export const feedClock: Reaction = {
  atOnce: (event) => {
    if (event.name === 'outcome.said') return (tx) => feed(tx, event.payload.hostId, event.payload.visitorId)
    if (event.name === 'linkage.started') return (tx) => feed(tx, event.payload.buyerId, event.payload.supplierId)
    return noEffect
  },
}
