import { measureFrames } from './board-frames.ts'

const result = await measureFrames({
  ...{ hosts: 300, visitors: 700, slots: 40, meetings: 8000, perSecond: 20, seconds: 10 },
  say: (progress) => void process.stderr.write(`${progress}\n`),
})
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
