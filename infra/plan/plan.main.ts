import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { readDzn } from '@enlace/scheduling'

import { planAll } from './plan-all.ts'
import { planDay } from './plan-day.ts'
import { shownOutcome } from './shown-outcome.ts'
import { bestSolver } from './solver-process.ts'

const usage = `pnpm plan --instance FILE.dzn [--seconds N] [--npm] [--json]
pnpm plan --all DIR [--kind original] [--seconds N] [--npm] [--compare] [--json]
 --npm: without a solver of the system's; --compare: gringo and clasp beside it`

const { values } = parseArgs({
  options: {
    instance: { type: 'string' },
    all: { type: 'string' },
    kind: { type: 'string', default: 'original' },
    seconds: { type: 'string', default: '20' },
    npm: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const seconds = Number(values.seconds)
const solver = values.npm ? 'npm' : bestSolver()
const print = (result: unknown): void =>
  void process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`)
if (values.instance !== undefined && seconds > 0) {
  print(shownOutcome(await planDay(readDzn(readFileSync(values.instance, 'utf8')), seconds, solver)))
} else if (values.all !== undefined && seconds > 0) {
  const say = (text: string): void => void process.stderr.write(`${text}\n`)
  print(await planAll({ folder: values.all, kind: values.kind, seconds, solver, compare: values.compare, say }))
} else {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 2
}
