import { parseArgs } from 'node:util'

import { Crowd } from './crowd.ts'

// A process of its own, so that what it takes to hold the other ends is not measured with the server.
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: '' },
    cookie: { type: 'string', default: '' },
    origin: { type: 'string', default: '' },
    topic: { type: 'string', default: '' },
    connections: { type: 'string', default: '0' },
  },
})
new Crowd(values, Number(values.connections), (tally) => void process.send?.(tally)).open()
process.on('disconnect', () => process.exit())
