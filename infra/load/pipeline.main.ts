import { parseArgs } from 'node:util'

import { measurePipeline } from './measure-pipeline.ts'

const { values } = parseArgs({
  options: {
    suppliers: { type: 'string', default: '2000' },
    needs: { type: 'string', default: '150' },
    json: { type: 'boolean', default: false },
  },
})
const result = await measurePipeline({
  suppliers: Number(values.suppliers),
  needs: Number(values.needs),
  say: (progress) => void process.stderr.write(`${progress}\n`),
})
process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`)
