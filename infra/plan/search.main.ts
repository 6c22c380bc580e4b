import { json } from 'node:stream/consumers'
import { parseArgs } from 'node:util'

import { inTime, randomFrom, search, type Instance } from '@enlace/scheduling'

// Searches for whole plans of the instance that comes in and tells each better one as a line of JSON, until its time is over.
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' } } })
const instance = (await json(process.stdin)) as Instance
const now = (): number => performance.now()
const end = now() + Number(values.seconds) * 1000
let best = Infinity
// Each attempt cools down twice as long as the last, so a short one shows a plan soon and a long one a good plan.
for (let attempt = 0; now() < end; attempt += 1) {
  const milliseconds = Math.min(1000 * 2 ** attempt, end - now())
  for (const found of search(instance, { random: randomFrom(attempt + 1), budget: inTime(milliseconds, now) })) {
    if (found.waiting > 0 || found.breaks >= best) continue
    best = found.breaks
    process.stdout.write(`${JSON.stringify(found.plan())}\n`)
  }
  if (best === 0) break
}
