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

/** Processor milliseconds that each process and all below it have used so far; Linux only. */
export function processorMs(roots: Readonly<Record<string, number | undefined>>): Record<string, number> {
  const stats = new Map<number, Stat>()
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? statOf(Number(entry)) : null
    if (stat !== null) stats.set(Number(entry), stat)
  }
  const below = (root: number): number =>
    [...stats].reduce(
      (sum, [pid, stat]) => (stat.parent === root && pid !== root ? sum + below(pid) : sum),
      stats.get(root)?.ticks ?? 0,
    )
  return Object.fromEntries(
    Object.entries(roots).map(([name, pid]) => [name, pid === undefined ? 0 : (below(pid) * 1000) / ticksPerSecond]),
  )
}

/** Resident memory of a process in MB; Linux only. */
export function residentMb(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? 0) / 1024
}
