import * as contract from '@enlace/contracts'
import { publishCall } from '@enlace/api/calls/publish-call'
import { writeCall } from '@enlace/api/calls/write-call'
import { letCallPass, type Transaction } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'

import { act, behindTheScenes } from './act.ts'
import type { Cast } from './cast.ts'
import type { Demo } from './demo.ts'
import { demoId } from './demo-id.ts'
import { endCall } from './end-call.ts'
import { handInBids } from './hand-in-bids.ts'
import { keysOf, seatAll, tableOf } from './seat-call.ts'

const dayMs = 86_400_000

/** Plays the calls of the demo through, each as far as it has come. */
export async function playCalls(tx: Transaction, { calls }: Demo, cast: Cast): Promise<void> {
  const keys = await keysOf(tx, calls, cast)
  for (const one of calls) {
    const table = tableOf(one, cast)
    const { id } = await act(tx, table.author, [contract.writeCall, writeCall], {
      body: {
        ...one.content,
        deadline: new Date(Date.now() + one.dueInDays * dayMs).toISOString(),
        invited: one.invited.map((key) => demoId<OrganisationId>('organisation', key)),
      },
    })
    if (one.content.sealing === 'sealed') await seatAll(tx, id, table)
    const call = await act(tx, table.approver, [contract.publishCall, publishCall], { params: { id } })
    const bids = await handInBids(tx, call, one.bids, cast)
    if (one.end === null) continue
    await behindTheScenes(tx, () => letCallPass(tx, id))
    await endCall(tx, id, { ...one, end: one.end }, { table, keys, bids })
  }
}
