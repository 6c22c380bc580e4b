import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { policyBounds, type EntryId } from '@enlace/domain'

import { readAwardSet } from './award-set.ts'
import { evaluate } from './evaluate.ts'
import { openSetReader } from './set-reader.ts'
import { numberedId } from './numbered-id.ts'
import { readProbeSet } from './probe-set.ts'
import { writeReport } from './report-page.ts'
import { writeRun } from './run-file.ts'

const usage = `pnpm evaluate --set DIR --queries FILE [--qrels FILE] [--out RUN] [--limit N]
pnpm evaluate --probe DIR [--out RUN] [--limit N]
pnpm evaluate --report DIR-OF-SETS
each with [--embedder none|local|openai|ollama] [--pivot none|apertium] [--vectors FOLDER]
 and --ablation: each arm and criterion left out once (always in the report)
 and --floor off|on, --tolerance 0..0.02: how places are shared out in the run beside ours`

const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    probe: { type: 'string' },
    queries: { type: 'string' },
    qrels: { type: 'string' },
    out: { type: 'string' },
    limit: { type: 'string' },
    report: { type: 'string' },
    embedder: { type: 'string', default: 'none' },
    pivot: { type: 'string', default: 'none' },
    vectors: { type: 'string' },
    ablation: { type: 'boolean', default: false },
    floor: { type: 'string', default: 'on' },
    tolerance: { type: 'string', default: '0.02' },
  },
})
let entries = 0
const newEntryId = (): EntryId => numberedId<EntryId>((entries += 1))
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const tolerance = Number(values.tolerance)
if (!(tolerance >= policyBounds.tolerance.from && tolerance <= policyBounds.tolerance.to)) {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}
const policy = { floor: values.floor === 'on', periodDays: 365, tolerance, newShare: 0 }
const reader = await openSetReader(values, process.env)
if (values.report !== undefined) {
  await writeReport(
    join(import.meta.dirname, '../../../docs/matching.md'),
    values.report,
    { reader, policy, ablation: true },
    newEntryId,
    say,
  )
  process.exit(0)
}
const readSet = () => {
  if (values.probe !== undefined) return readProbeSet(values.probe, newEntryId)
  if (values.set === undefined) return null
  return readAwardSet(
    values.set,
    values.queries ?? join(values.set, 'queries.dev.jsonl.gz'),
    values.qrels ?? null,
    newEntryId,
  )
}
const set = readSet()
if (set === null) {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}
const limit = values.limit === undefined ? set.queries.length : Number(values.limit)
const { ranked, report } = await evaluate(
  { ...set, queries: set.queries.slice(0, limit) },
  { reader, policy, ablation: values.ablation },
  say,
)
if (values.out !== undefined) writeRun(values.out, ranked)
process.stdout.write(`${report}\n`)
