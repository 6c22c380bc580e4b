import { quantile, rounded, summary } from './figures.ts'
import { measureFloors, middleOf } from './floors.ts'
import { openFullMarket } from './full-market.ts'
import { BuyerAtWork, buyersAtWork, oneInFlight, openLoop, throughput, warmUp } from './pipeline.ts'
import { processorMs } from './processor.ts'

export type PipelineOptions = {
  readonly suppliers: number
  /** Needs posted one at a time; four times as many measure the throughput. */
  readonly needs: number
  readonly say: (progress: string) => void
}

/** Measures the way from a posted need to its ranked list in the browser, beside the floors of the same machine and minute. */
export async function measurePipeline({ suppliers, needs, say }: PipelineOptions) {
  const market = await openFullMarket(suppliers, say)
  say('measuring the floors')
  const floors = middleOf(await measureFloors(market.urls, suppliers))
  const buyers = buyersAtWork(market.visitor)
  say('warming up')
  await oneInFlight(buyers, warmUp)
  say('one need in flight')
  const single = await oneInFlight(buyers, needs)
  say('20 needs a second')
  const loop = await openLoop(buyers, 20, 15)
  say('as many as it can')
  const poster = new BuyerAtWork(market.visitor, 1)
  const before = processorMs(market.roots())
  const needsPerMinute = await throughput(poster, market.sql, needs * 4, 32)
  const after = processorMs(market.roots())
  const result = {
    suppliers,
    floors,
    oneInFlightMs: summary(single),
    openLoop20Ms: summary(loop),
    ratios: {
      p50: rounded(quantile(single, 0.5) / floors.sum),
      p95: rounded(quantile(single, 0.95) / floors.sum),
      openLoopP50: rounded(quantile(loop, 0.5) / floors.sum),
      openLoopP95: rounded(quantile(loop, 0.95) / floors.sum),
    },
    needsPerMinute: Math.round(needsPerMinute),
    cpuMsPerNeed: Object.fromEntries(
      Object.entries(after).map(([name, ms]) => [name, rounded((ms - (before[name] ?? 0)) / (needs * 4))]),
    ),
  }
  for (const one of [poster, ...buyers]) one.close()
  await market.close()
  return result
}
