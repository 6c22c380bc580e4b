import { availableParallelism, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { measureLarge } from './measure-large.ts'
import { measurePublished } from './measure-published.ts'
import { measureRepair } from './measure-repair.ts'
import { clocks } from './timed-search.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    seeds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    clock: { type: 'string', default: 'wall' },
    data: { type: 'string', default: fileURLToPath(new URL('../../../../shared/data/scheduling/', import.meta.url)) },
    json: { type: 'boolean', default: false },
  },
})
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const seconds = Number(values.seconds)
const now = values.clock === 'cpu' ? clocks.cpu : clocks.wall
const loadBefore = loadavg()[0]
const published = measurePublished(values.data, seconds, Number(values.seed), now, say)
if (published === null) say('the published days are not at hand (--data FOLDER); the made-up ones are measured alone')
const runs = measureLarge(Number(values.seeds), seconds, now, say)
const result = {
  machine: { cores: availableParallelism(), loadBefore, loadAfter: loadavg()[0] },
  clock: values.clock,
  published,
  large: runs.map(({ seed, figures }) => ({ seed, ...figures })),
  repair: runs.map(measureRepair),
}
process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`)
