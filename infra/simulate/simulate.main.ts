import { parseArgs } from 'node:util'

import { breaks, playDay, type DayVerdict } from './play-day.ts'
import { openStage } from './stage.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    /** How many days, from the seed on. */
    seeds: { type: 'string', default: '1' },
    participants: { type: 'string', default: '40' },
    'kill-every': { type: 'string', default: '1500' },
    break: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const broken = breaks.find((one) => one === values.break) ?? null
if (values.break !== undefined && broken === null) throw new Error(`--break must be one of ${breaks.join(', ')}.`)
const [seed, seeds, participants, killEveryMs] = [
  values.seed,
  values.seeds,
  values.participants,
  values['kill-every'],
].map(Number) as [number, number, number, number]

const line = (day: DayVerdict): string =>
  `seed ${day.seed}: ${day.good ? 'good' : 'BAD'}; ${day.overlaps.length} overlaps, ${day.silentGaps.length} silent gaps, ${day.notBack.length} pages not back, ` +
  `${day.lostWrites.length} acknowledged writes lost, ${day.serverFaults} server faults in ${day.requests} requests ` +
  `(${day.repeated} made again); ${day.repair.keptWithRepair} of ${day.repair.agreed} pairs met with repair, ` +
  `${day.repair.keptWithout} without, ${day.repair.movedPerIncident} moved per incident; ${day.seconds} s`

const days: DayVerdict[] = []
const stage = await openStage()
for (let at = 0; at < seeds; at += 1) {
  const say = (progress: string): void => void process.stderr.write(`${progress}\n`)
  const day = await playDay(stage, { seed: seed + at, participants, killEveryMs, broken, say })
  days.push(day)
  process.stdout.write(`${values.json ? JSON.stringify(day) : line(day)}\n`)
  if (!day.good && !values.json) process.stdout.write(`${JSON.stringify(day, null, 2)}\n`)
}
await stage.close()
process.exitCode = days.every(({ good }) => good) ? 0 : 1
