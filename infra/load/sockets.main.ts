import { parseArgs } from 'node:util'

import { measureSockets } from './measure-sockets.ts'

const { values } = parseArgs({
  options: { connections: { type: 'string', default: '2000' }, json: { type: 'boolean', default: false } },
})
const connections = Number(values.connections)
if (!Number.isInteger(connections) || connections < 1) throw new Error('--connections must be a whole number above 0.')
const result = await measureSockets({
  connections,
  say: (progress) => void process.stderr.write(`${progress}\n`),
})
process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`)
