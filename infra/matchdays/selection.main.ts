import { parseArgs } from 'node:util'

import { randomFrom } from '@enlace/scheduling'

import { lateVersusEager } from './late-versus-eager.ts'
import { madeUpMatchday, type MatchdaySize } from './made-up-matchday.ts'
import { measureSelection } from './measure-selection.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
})
const sizes = {
  usual: { hosts: 300, visitors: 1000, candidates: 30_000, slots: 40, places: 100 },
  /** Fewer rooms than the floors ask for, so that something has to be proved. */
  scarce: { hosts: 300, visitors: 1000, candidates: 30_000, slots: 40, places: 20 },
  /** Four times as many candidates, of which the program looks at a tenth. */
  wide: { hosts: 300, visitors: 1000, candidates: 120_000, slots: 40, places: 100 },
  large: { hosts: 1000, visitors: 4000, candidates: 45_000, slots: 40, places: 400 },
}
const bookings = { hosts: 100, visitors: 300, candidates: 9000, slots: 24, places: 100 }
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => at + 1)
const measure = (size: MatchdaySize, seed = 1) => measureSelection(madeUpMatchday(size, randomFrom(seed).share))

const usual = []
for (const seed of seeds) usual.push(await measure(sizes.usual, seed))
const scarce = await measure(sizes.scarce)
const wide = await measure(sizes.wide)
const large = await measure(sizes.large)
const lateAndEager = await lateVersusEager(
  (seed) => madeUpMatchday(bookings, randomFrom(seed).share),
  Array.from({ length: 20 }, (_, at) => at + 1),
)
process.stdout.write(
  `${JSON.stringify({ sizes, usual, scarce, wide, large, bookings, lateAndEager }, null, values.json ? 0 : 2)}\n`,
)
