import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Random } from '@enlace/scheduling'
import type { OwnServices, TestHouse } from '@enlace/testing'

/** Ends each part once, in an order drawn by lot, until all are ended or the day is over; the names of those that were. */
export async function killEach(
  house: TestHouse,
  services: OwnServices,
  { random, everyMs }: { readonly random: Random; readonly everyMs: number },
): Promise<string[]> {
  const { redis, meilisearch } = services
  const steps: (readonly [string, () => Promise<unknown>])[] = [
    ...(['api', 'worker', 'relay', 'realtime'] as const).map(
      (name) => [name, () => house.processes[name].kill()] as const,
    ),
    [
      'redis',
      async () => {
        await redis.kill()
        await sleep(300)
        await redis.restart()
      },
    ],
    [
      'meilisearch, its data deleted',
      async () => {
        await meilisearch.kill()
        rmSync(join(services.folder, 'meilisearch'), { recursive: true, force: true })
        await meilisearch.restart()
      },
    ],
  ]
  const killed: string[] = []
  while (steps.length > 0) {
    const [step] = steps.splice(random.below(steps.length), 1)
    if (step === undefined) break
    await sleep(everyMs)
    await step[1]()
    killed.push(step[0])
  }
  return killed
}
