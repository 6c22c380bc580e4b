import {
  asId,
  Exposures,
  fairOrder,
  isUntried,
  listed,
  roomUnder,
  shownPlaces,
  type FairnessPolicy,
  type NeedId,
  type OrganisationId,
} from '@enlace/domain'
import { rankingLimit } from '@enlace/database'

import type { EvaluationSet } from './evaluation-set.ts'
import type { Ranked } from './market.ts'
import type { Run } from './metrics.ts'

/** From so many lists on, every supplier that passes the gates is to be shown. */
const enough = 10

/** The same answers with their places shared out by a policy, need after need as they were asked, and what it reached. */
export function fairSeason(
  set: EvaluationSet,
  ranked: ReadonlyMap<string, readonly Ranked[]>,
  policy: FairnessPolicy,
): { readonly run: Run; readonly words: string } {
  const run = new Map<string, readonly string[]>()
  const counts = { merit: new Map<string, boolean>(), fair: new Map<string, boolean>() }
  const lists = new Map<string, number>()
  const contracts = new Map(set.suppliers.map((supplier) => [supplier.id, supplier.contracts]))
  const exposures = new Exposures()
  for (const { id } of set.queries.toSorted((a, b) => (a.today < b.today ? -1 : a.today > b.today ? 1 : 0))) {
    const needId = asId<NeedId>(id)
    const all = ranked.get(id) ?? []
    const known = all.map((row) => ({
      ...row,
      supplierId: asId<OrganisationId>(row.id),
      isUntried: isUntried(contracts.get(row.id) ?? 0),
    }))
    const rows = listed(known, roomUnder(policy, rankingLimit), () => [])
    const { order } = fairOrder(rows, policy, (supplier) => ({
      exposure: exposures.of(supplier, 0, needId),
      isNew: false,
      isUntried: isUntried(contracts.get(supplier) ?? 0),
    }))
    run.set(id, [...new Set([...order, ...all].map((row) => row.id))])
    const count = (which: 'merit' | 'fair', found: readonly (typeof rows)[number][]): OrganisationId[] => {
      const open = found.filter(({ score }) => score > 0)
      for (const [place, row] of open.entries())
        counts[which].set(row.id, counts[which].get(row.id) === true || place < shownPlaces)
      return open.map(({ supplierId }) => supplierId)
    }
    for (const supplier of count('merit', rows)) lists.set(supplier, (lists.get(supplier) ?? 0) + 1)
    const eligible = count('fair', order)
    exposures.put({ needId, at: 1, eligible, shown: eligible.slice(0, shownPlaces) })
  }
  const share = (which: 'merit' | 'fair', from: number): string => {
    const known = [...counts[which]].filter(([id]) => (lists.get(id) ?? 0) >= from)
    return (known.filter(([, shown]) => shown).length / Math.max(1, known.length)).toFixed(3)
  }
  const both = (from: number): string => `${share('merit', from)} by merit, ${share('fair', from)} shared out`
  return {
    run,
    words: `Eligible suppliers shown at least once: ${both(1)}; of those eligible for ${enough} lists: ${both(enough)}.`,
  }
}
