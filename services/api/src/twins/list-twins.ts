import type { listTwins as contract, TwinFirm } from '@enlace/contracts'
import { listMerges, readDenials, readFirmFacts, readFirmSummaries } from '@enlace/database'
import { findTwinPairs, type FirmFacts } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { checkMerger } from './check-merger.ts'

const pairsShown = 50
const mergesShown = 20

/** The pairs among an agency's suppliers that are probably the same, without those it said are not. */
export const listTwins: Handler<typeof contract> = async ({ tx, actor }) => {
  checkMerger(actor, 'firm.list')
  const denied = await readDenials(tx, actor.organisationId)
  const found = findTwinPairs(await readFirmFacts(tx, actor.organisationId)).filter(
    ({ one, other }) => !denied.has([one.id, other.id].toSorted().join(' ')),
  )
  const shown = found.slice(0, pairsShown)
  const ids = shown.flatMap(({ one, other }) => [one.id, other.id])
  const summaries = new Map((await readFirmSummaries(tx, ids)).map((summary) => [summary.id, summary]))
  const blank = { headline: '', capabilities: 0, references: 0, certificates: 0, joined: false }
  const view = (facts: FirmFacts): TwinFirm => ({ ...blank, ...facts, ...summaries.get(facts.id) })
  return {
    pairs: shown.map(({ one, other, score, reasons }) => ({ one: view(one), other: view(other), score, reasons })),
    total: found.length,
    merges: await listMerges(tx, actor.organisationId, mergesShown),
  }
}
