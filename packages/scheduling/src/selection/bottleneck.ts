import type { Limit } from './question.ts'
import type { RuledPairs } from './rules.ts'

export type Weighed = {
  readonly limit: Limit
  /** How often it counts; once, but where interpreters leave halves or both sides share the rooms. */
  readonly times: number
}

/**
 * Why floors cannot all be met: together they need more meetings than the limits that they share leave room for. It
 * proves itself: each meeting under the floors either counts under a shared limit, or is one of so few `pairs`.
 */
export type Bottleneck = {
  readonly floors: readonly Weighed[]
  readonly shared: readonly Weighed[]
  /** Candidates under the floors that no shared limit holds back: even all of them are not enough. */
  readonly pairs: number
  readonly needed: number
  readonly room: number
}

/** Rounds what the solver reckoned in floating point, halves and thirds kept. */
const clean = (value: number): number => Math.round(value * 12) / 12

/**
 * Reads from the prices of the program that looks at floors alone which floors block each other and by what, one
 * bottleneck for each set that shares nothing with the others. By duality of linear programs their shortfalls add up to
 * the least that any selection misses.
 */
export function bottlenecksOf({ pairs, rules }: RuledPairs, prices: readonly number[]): Bottleneck[] {
  const floorTimes = rules.map(({ atLeast, atMost }, rule) => {
    // A floor above its own cap is always missed, and its own cap is what blocks it.
    if (atLeast > atMost) return 1
    return atLeast === 0 ? 0 : Math.max(0, clean(-(prices[rule] ?? 0)))
  })
  const sharedTimes = rules.map((_, rule) => Math.max(0, clean(prices[rule] ?? 0) + (floorTimes[rule] ?? 0)))
  const sum = (times: readonly number[], under: readonly number[]): number =>
    under.reduce((total, rule) => total + (times[rule] ?? 0), 0)

  const groups = new Groups(rules.length)
  const beyond = new Map<number, number>()
  for (const [pair, { rules: under }] of pairs.entries()) {
    const floors = sum(floorTimes, under)
    if (floors === 0) continue
    const bound = under.filter((rule) => (floorTimes[rule] ?? 0) > 0 || (sharedTimes[rule] ?? 0) > 0)
    for (const rule of bound) groups.join(bound[0] ?? rule, rule)
    const left = floors - sum(sharedTimes, under)
    if (left > 0) beyond.set(pair, left)
  }
  const found = new Map<number, { floors: Weighed[]; shared: Weighed[]; pairs: number; needed: number; room: number }>()
  const groupOf = (rule: number) => {
    const key = groups.of(rule)
    const group = found.get(key) ?? { floors: [], shared: [], pairs: 0, needed: 0, room: 0 }
    found.set(key, group)
    return group
  }
  for (const [rule, { limit, atLeast, atMost }] of rules.entries()) {
    const [floor, shared] = [floorTimes[rule] ?? 0, sharedTimes[rule] ?? 0]
    if (floor === 0 && shared === 0) continue
    const group = groupOf(rule)
    if (floor > 0) group.floors.push({ limit, times: floor })
    if (shared > 0) group.shared.push({ limit, times: shared })
    group.needed += floor * atLeast
    group.room += shared * atMost
  }
  for (const [pair, left] of beyond) {
    const group = groupOf(pairs[pair]?.rules.find((rule) => (floorTimes[rule] ?? 0) > 0) ?? 0)
    group.pairs += 1
    group.room += left
  }
  return [...found.values()].filter(({ needed, room }) => needed > room)
}

/** Sets that grow together (union by path halving). */
class Groups {
  readonly #parents: number[]

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, at) => at)
  }

  of(one: number): number {
    let at = one
    for (let up = this.#parents[at] ?? at; up !== at; up = this.#parents[at] ?? at) {
      this.#parents[at] = this.#parents[up] ?? up
      at = up
    }
    return at
  }

  join(one: number, other: number): void {
    this.#parents[this.of(one)] = this.of(other)
  }
}
