import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

type Stat = { readonly parent: number; readonly ticks: number }

const statOf = (pid: number): Stat | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    // Fields 14 to 17 of proc(5): own and waited-for children's time, in user and in system mode.
    const [own, system, children, childrenSystem] = [11, 12, 13, 14].map((at) => Number(fields[at]))
    return { parent: Number(fields[1]), ticks: (own ?? 0) + (system ?? 0) + (children ?? 0) + (childrenSystem ?? 0) }
  } catch {
    return null
  }
}

/** The numbers of a process and of all below it. */
function family(root: number, stats: ReadonlyMap<number, Stat>): readonly number[] {
  const children = [...stats].filter(([pid, { parent }]) => parent === root && pid !== root)
  return [root, ...children.flatMap(([pid]) => family(pid, stats))]
}

function allStats(): ReadonlyMap<number, Stat> {
  const stats = new Map<number, Stat>()
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? statOf(Number(entry)) : null
    if (stat !== null) stats.set(Number(entry), stat)
  }
  return stats
}

/** Processor milliseconds that each process and all below it have used so far; Linux only. */
export function processorMs(roots: Readonly<Record<string, number | undefined>>): Record<string, number> {
  const stats = allStats()
  const below = (root: number): number =>
    family(root, stats).reduce((sum, pid) => sum + (stats.get(pid)?.ticks ?? 0), 0)
  return Object.fromEntries(
    Object.entries(roots).map(([name, pid]) => [name, pid === undefined ? 0 : (below(pid) * 1000) / ticksPerSecond]),
  )
}

/** A figure of a process's memory in MB, by its name in proc(5). */
function memoryMb(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? 0) / 1024
}

/** Resident memory of a process in MB; Linux only. */
export const residentMb = (pid: number): number => memoryMb(pid, 'VmRSS')

/** The most resident memory that a process, and each below it, ever had, added up, in MB; memory they share counts for each. */
export const peakMb = (root: number): number =>
  family(root, allStats()).reduce((sum, pid) => sum + memoryMb(pid, 'VmHWM'), 0)
