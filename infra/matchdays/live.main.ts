import { parseArgs } from 'node:util'

import { measureLive } from './measure-live.ts'

const { values } = parseArgs({
  options: {
    sockets: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '20' },
    settle: { type: 'string', default: '15' },
    json: { type: 'boolean', default: false },
  },
})
const result = await measureLive({
  sockets: Number(values.sockets),
  seconds: Number(values.seconds),
  settleSeconds: Number(values.settle),
  say: (progress) => void process.stderr.write(`${progress}\n`),
})
process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`)
process.exit(result.wrongPages === 0 ? 0 : 1)
