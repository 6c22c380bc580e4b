import * as contract from '@enlace/contracts'
import { decideNoShow, excuseNoShow, listNoShows } from '@enlace/api/outcomes/no-shows'
import type { Transaction } from '@enlace/database'
import { assert } from '@enlace/domain'

import { act } from './act.ts'
import type { Cast } from './cast.ts'
import type { Past } from './play-past-day.ts'

/** Firms say why they did not come, and the organiser decides on some of it. */
export async function excuseAll(tx: Transaction, { agency, past }: Past, cast: Cast): Promise<void> {
  for (const { by, kind, text, decision } of past.excuses) {
    const { items } = await act(tx, cast(by), [contract.listNoShows, listNoShows], {})
    const [entry] = items
    assert(entry !== undefined, `${by} is noted as absent`)
    const params = { noShowId: entry.id }
    await act(tx, cast(by), [contract.excuseNoShow, excuseNoShow], { params, body: { kind, text } })
    if (decision !== null)
      await act(tx, cast(agency), [contract.decideNoShow, decideNoShow], { params, body: decision })
  }
}
