import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

import { v7 as uuidv7 } from 'uuid'

import { asSystem, insertPublishedNeeds, publishPassport, record } from '@enlace/database'
import { asId, type NeedId, type OrganisationId } from '@enlace/domain'

import { quantile, rounded, summary } from './figures.ts'
import { measureFloors, middleOf } from './floors.ts'
import { openFullMarket, type FullMarket } from './full-market.ts'
import { needOf, randomOf } from './market.ts'
import { buyersAtWork, oneInFlight, openRuns, warmUp } from './pipeline.ts'
import { peakMb, processorMs } from './processor.ts'

/** Needs posted one at a time, and passports published anew, for the latencies. */
const singles = 60
const batch = 500

export type MatchingOptions = {
  readonly suppliers: number
  /** Open needs that come at once and are all ranked. */
  readonly needs: number
  /** How many share the work; each holds the market in its memory. */
  readonly workers: number
  readonly say: (progress: string) => void
}

/** Publishes so many needs at once and waits until each has its list; needs a second and processor ms a need. */
async function rankAll(market: FullMarket, needs: number, say: MatchingOptions['say']) {
  const random = randomOf(needs)
  const [buyer] = await market.sql<{ id: OrganisationId }[]>`select id from organisations where kind = 'buyer' limit 1`
  if (buyer === undefined) throw new Error('the demo has a buyer')
  const before = processorMs(market.roots())
  const from = performance.now()
  for (let done = 0; done < needs; done += batch) {
    const rows = Array.from({ length: Math.min(batch, needs - done) }, () => ({
      id: asId<NeedId>(uuidv7()),
      organisationId: buyer.id,
      content: needOf(random),
      publishedAt: null,
    }))
    await asSystem(market.database, (tx) => insertPublishedNeeds(tx, rows, null))
  }
  for (let left = needs; left > 0; left = await openRuns(market.sql, 'rank-need')) {
    say(`${left} left`)
    await sleep(500)
  }
  const seconds = (performance.now() - from) / 1000
  const after = processorMs(market.roots())
  const cpuMs = Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [name, rounded((ms - (before[name] ?? 0)) / needs)]),
  )
  return { perSecond: needs / seconds, cpuMs }
}

/** Milliseconds from a passport's publication to the end of its placing in the lists, one change at a time. */
async function publishAndSee(market: FullMarket): Promise<number[]> {
  const { sql, database } = market
  const rows = await sql<{ id: OrganisationId; revision: number }[]>`
    select organisation_id as id, revision from passports where state = 'published' order by id limit ${singles}`
  for (const { id, revision } of rows) {
    await sql`update passports set content = jsonb_set(content, '{headline}', '"changed"') where organisation_id = ${id}`
    await asSystem(database, async (tx) => {
      const version = await publishPassport(tx, id, revision, null)
      if (version === null) throw new Error('a changed passport can be published')
      await record(tx, 'passport.published', { organisationId: id, version }, { organisationId: id })
    })
    while ((await openRuns(sql, 'rank-passport')) > 0) await sleep(100)
  }
  const taken = await sql<{ ms: number }[]>`
    select (extract(epoch from min(placed.occurred_at) - max(told.occurred_at)) * 1000)::float8 as ms
    from events as told join events as placed on placed.organisation_id = told.organisation_id and placed.name = 'passport.matched'
    where told.name = 'passport.published' and told.organisation_id = any(${rows.map((row) => row.id)}) group by told.organisation_id`
  return taken.map((row) => row.ms)
}

/** Measures matching in a large market: latency against the floors, throughput against its ceiling, memory, freshness. */
export async function measureMatching({ suppliers, needs, workers, say }: MatchingOptions) {
  const market = await openFullMarket(suppliers, say, workers)
  say('measuring the floors')
  const floors = middleOf(await measureFloors(market.urls, suppliers))
  const buyers = buyersAtWork(market.visitor)
  say('reading the market into memory')
  const [firstMs] = await oneInFlight(buyers, 1)
  await oneInFlight(buyers, warmUp * workers)
  say('one need in flight')
  const single = await oneInFlight(buyers, singles)
  say(`${needs} needs at once`)
  const { perSecond, cpuMs } = await rankAll(market, needs, say)
  const cpuMsPerNeed = Object.values(cpuMs).reduce((sum, ms) => sum + ms, 0)
  // What all processors together could rank if none ever waited.
  const ceiling = (availableParallelism() * 1000) / cpuMsPerNeed
  say('passports that change')
  const fresh = await publishAndSee(market)
  const result = {
    suppliers,
    needs,
    workers,
    floors,
    firstNeedMs: rounded(firstMs ?? Number.NaN),
    oneInFlightMs: summary(single),
    ratios: {
      p50: rounded(quantile(single, 0.5) / floors.sum),
      p95: rounded(quantile(single, 0.95) / floors.sum),
    },
    needsPerSecond: rounded(perSecond),
    shareOfCeiling: rounded(perSecond / ceiling),
    cpuMsPerNeed: cpuMs,
    freshnessMs: summary(fresh),
    peakMb: Object.fromEntries(
      Object.entries(market.roots()).map(([name, pid]) => [name, pid === undefined ? 0 : Math.round(peakMb(pid))]),
    ),
  }
  for (const buyer of buyers) buyer.close()
  await market.close()
  return result
}
