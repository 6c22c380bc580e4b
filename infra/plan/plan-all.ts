import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { readDzn } from '@enlace/scheduling'

import { rounded } from '../load/figures.ts'
import { cpuSeconds } from './children-cpu.ts'
import { claspOn } from './clasp.ts'
import { planDay, type Outcome } from './plan-day.ts'
import type { SolverName } from './solver-process.ts'

export type PlanAll = {
  readonly folder: string
  /** What stands in the names of the files: `original`, `prec15`, … or nothing for all. */
  readonly kind: string
  readonly seconds: number
  readonly solver: SolverName
  readonly compare: boolean
  readonly say: (text: string) => void
}

/** Plans every day of a folder, one after another, and sums up how many were decided and in what time. */
export async function planAll(asked: PlanAll) {
  const files = readdirSync(asked.folder).filter((name) => name.endsWith('.dzn') && name.includes(asked.kind))
  const days: Day[] = []
  for (const file of files) {
    const day = await planOne(asked, file)
    days.push(day)
    asked.say(JSON.stringify(day))
  }
  const names = (of: (day: Day) => boolean): readonly string[] => days.filter(of).map(({ name }) => name)
  const sum = (of: (day: Day) => number): number => rounded(days.reduce((total, day) => total + of(day), 0))
  return {
    solver: asked.solver,
    seconds: asked.seconds,
    days: days.length,
    optimal: names(({ verdict }) => verdict === 'optimal').length,
    infeasible: names(({ verdict }) => verdict === 'infeasible').length,
    open: names(({ verdict }) => verdict === 'open'),
    disagreeing: names((day) => !day.agrees),
    totalSeconds: sum((day) => day.seconds),
    totalCpuSeconds: sum((day) => day.cpuSeconds ?? 0),
    slowestSeconds: Math.max(...days.map((day) => day.seconds)),
    claspProved: asked.compare ? names(({ clasp }) => clasp?.proved === true).length : null,
    claspSeconds: asked.compare ? sum(({ clasp }) => clasp?.seconds ?? 0) : null,
    each: days,
  }
}

type Day = Awaited<ReturnType<typeof planOne>>

async function planOne({ folder, seconds, solver, compare }: PlanAll, file: string) {
  const instance = readDzn(readFileSync(join(folder, file), 'utf8'))
  const published = optimaOf(folder)[file.replace('.original.dzn', '')]?.[0] ?? null
  const before = cpuSeconds()
  const outcome = await planDay(instance, seconds, solver)
  const cpu = cpuSeconds()
  return {
    name: file.replace('.dzn', ''),
    verdict: outcome.verdict,
    breaks: outcome.breaks,
    lowerBound: outcome.lowerBound,
    published,
    agrees: agrees(outcome, published),
    firstFeasibleMs: outcome.firstFeasibleMs === null ? null : rounded(outcome.firstFeasibleMs),
    seconds: rounded(outcome.seconds),
    cpuSeconds: cpu === null || before === null ? null : rounded(cpu - before),
    clasp: compare ? claspOn(instance, seconds) : null,
  }
}

/** What is proved of a day must be what was published of it. */
function agrees({ verdict, breaks, lowerBound }: Outcome, published: number | null): boolean {
  if (published === null) return true
  return verdict === 'optimal' ? breaks === published : verdict === 'open' && lowerBound <= published
}

function optimaOf(folder: string): { readonly [name: string]: readonly [number, ...unknown[]] } {
  try {
    return JSON.parse(readFileSync(join(folder, '../published.json'), 'utf8')).rows
  } catch {
    return {}
  }
}
