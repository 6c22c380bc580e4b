import { parseArgs } from 'node:util'

import { measureRehearsal } from './measure-rehearsal.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    days: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
})
const figures = await measureRehearsal(Number(values.seeds), Number(values.days))
process.stdout.write(`${JSON.stringify(figures, null, values.json ? 0 : 2)}\n`)
