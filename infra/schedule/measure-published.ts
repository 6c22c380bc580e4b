import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { readDzn } from '@enlace/scheduling'

import { type Clock, timedSearch } from './timed-search.ts'

type Published = { readonly rows: Readonly<Record<string, readonly [optimum: number, ...rest: unknown[]]>> }

/** The search alone on the published days, against their optima; null where the files are not at hand. */
export function measurePublished(
  folder: string,
  seconds: number,
  seed: number,
  now: Clock,
  say: (text: string) => void,
) {
  const file = join(folder, 'published.json')
  if (!existsSync(file)) return null
  const { rows } = JSON.parse(readFileSync(file, 'utf8')) as Published
  const days = Object.entries(rows).map(([name, [optimum]]) => {
    const instance = readDzn(readFileSync(join(folder, 'jair2022', `${name}.original.dzn`), 'utf8'))
    const { figures } = timedSearch(instance, seed, seconds * 1000, now)
    say(`${name}: ${figures.breaks} breaks, best ${optimum}, ${figures.waiting} without a slot, ${figures.seconds} s`)
    return { name, optimum, ...figures }
  })
  const sum = (of: (day: (typeof days)[number]) => number): number => days.reduce((total, day) => total + of(day), 0)
  return {
    breaks: sum((day) => day.breaks),
    optimum: sum((day) => day.optimum),
    waiting: sum((day) => day.waiting),
    violations: sum((day) => day.violations),
    days,
  }
}
