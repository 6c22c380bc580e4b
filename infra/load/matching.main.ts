import { parseArgs } from 'node:util'

import { measureMatching } from './measure-matching.ts'

const { values } = parseArgs({
  options: {
    suppliers: { type: 'string', default: '20000' },
    needs: { type: 'string', default: '1000' },
    workers: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
  },
})
const result = await measureMatching({
  suppliers: Number(values.suppliers),
  needs: Number(values.needs),
  workers: Number(values.workers),
  say: (progress) => void process.stderr.write(`${progress}\n`),
})
process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`)
