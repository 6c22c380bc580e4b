import { readFileSync } from 'node:fs'

/** Linux counts a hundred to the second. */
const ticks = 100

/** Seconds of processor that this process and its ended children took; null where the system does not tell. */
export function cpuSeconds(): number | null {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    // The name of the command may hold blanks; the fields after it do not: user and system, own and of children.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / ticks
  } catch {
    return null
  }
}
