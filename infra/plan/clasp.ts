import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Instance } from '@enlace/scheduling'

/** What gringo and clasp make of the same day by a plain encoding. */
export type Compared = {
  readonly breaks: number | null
  readonly proved: boolean
  readonly seconds: number
}

/** Where the rules lie, seen from the source and from what it is built to. */
const rules = ['.', '../../plan']

/** Plans a day with gringo and clasp of the system; null where they are not here. */
export function claspOn(instance: Instance, seconds: number): Compared | null {
  const input = `${rulesText()}\n${factsOf(instance)}`
  const start = performance.now()
  const options = { encoding: 'utf8' as const, maxBuffer: 500_000_000, timeout: seconds * 1000 }
  const ground = spawnSync('gringo', { ...options, input })
  if (ground.error !== undefined && 'code' in ground.error && ground.error.code === 'ENOENT') return null
  const args = ['--opt-strategy=usc', '--quiet=1', `--time-limit=${Math.ceil(seconds)}`]
  const { stdout } = spawnSync('clasp', args, { ...options, input: ground.stdout })
  const breaks = [...stdout.matchAll(/^(?:c )?Optimization *: (\d+)/gm)].at(-1)?.[1]
  return {
    breaks: breaks === undefined ? null : Number(breaks),
    proved: /OPTIMUM FOUND|UNSATISFIABLE/.test(stdout),
    seconds: (performance.now() - start) / 1000,
  }
}

function rulesText(): string {
  for (const folder of rules)
    try {
      return readFileSync(join(import.meta.dirname, folder, 'timetable.lp'), 'utf8')
    } catch {
      continue
    }
  throw new Error('timetable.lp lies beside its source')
}

function factsOf({ slots, participants, places, meetings, spread }: Instance): string {
  const all = slots.map((_, slot) => slot)
  const facts = [`slot(0..${slots.length - 1}).`, `tables(${places.length}).`, `spread(${spread ?? meetings.length}).`]
  participants.forEach((_, p) => facts.push(`person(${p}).`))
  meetings.forEach((meeting, m) => {
    const barred = new Set(meeting.participants.flatMap((p) => participants[p]?.forbidden ?? []))
    facts.push(`meeting(${m}).`)
    for (const p of meeting.participants) facts.push(`with(${m},${p}).`)
    for (const slot of meeting.slots ?? all) if (!barred.has(slot)) facts.push(`allowed(${m},${slot}).`)
    for (const earlier of meeting.after) facts.push(`after(${m},${earlier}).`)
  })
  return facts.join('\n')
}
