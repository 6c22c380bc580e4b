import type { Instance } from '../instance.ts'
import type { Cnf, Literal } from './cnf.ts'
import type { Day } from './encode-day.ts'
import { totals } from './totalizer.ts'

type Grid = readonly (readonly (Literal | null)[])[]

/** Never more meetings in a slot than open places, nor more of a pool than it has. */
export function encodePlaces(cnf: Cnf, instance: Instance, at: Grid, days: readonly Day[]): void {
  // Pairs are counted by who is busy: there are fewer participants than meetings, and always an even number is busy.
  const ofPairs = instance.meetings.every(({ participants }) => participants.length === 2)
  const each = ofPairs ? 2 : 1
  const counted = ofPairs ? days.map(({ busy }) => busy) : at
  const open = instance.slots.map((_, slot) => instance.places.filter(({ closed }) => !closed.includes(slot)).length)
  const allOpen = open.reduce((sum, places) => sum + places, 0)
  for (const slot of instance.slots.keys()) {
    const literals = present(counted, slot)
    const most = open[slot] ?? 0
    const least = Math.max(0, instance.meetings.length - allOpen + most)
    const sums = totals(cnf, literals, most * each + 1)
    forbidFrom(cnf, sums, most * each + 1)
    for (const sum of sums.slice(0, least * each)) cnf.add(sum)
    if (least * each > sums.length) cnf.add()
    if (ofPairs) evenOnly(cnf, sums)
  }
  for (const [index, pool] of instance.pools.entries()) {
    const own = at.filter((_, m) => instance.meetings[m]?.pool === index)
    for (const slot of instance.slots.keys()) {
      const most = pool.capacity[slot] ?? 0
      forbidFrom(cnf, totals(cnf, present(own, slot), most + 1), most + 1)
    }
  }
}

const present = (grid: Grid, slot: number): readonly Literal[] =>
  grid.map((row) => row[slot] ?? null).filter((literal) => literal !== null)

/** Fewer than so many. */
function forbidFrom(cnf: Cnf, sums: readonly Literal[], count: number): void {
  const sum = sums[count - 1]
  if (sum !== undefined) cnf.add(-sum)
}

function evenOnly(cnf: Cnf, sums: readonly Literal[]): void {
  for (let count = 1; count <= sums.length; count += 2) {
    const [odd, even] = [sums[count - 1], sums[count]]
    if (odd !== undefined) cnf.add(-odd, ...(even === undefined ? [] : [even]))
  }
}
