import { parseArgs } from 'node:util'

import { measurePaint } from './measure-paint.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    slowdown: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
  },
})
const [runs, slowdown] = [Number(values.runs), Number(values.slowdown)]
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs must be a whole number above 0.')
if (!(slowdown >= 1)) throw new Error('--slowdown must be a number from 1 on.')
const result = await measurePaint({
  runs,
  slowdown,
  say: (progress) => void process.stderr.write(`${progress}\n`),
})
process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`)
