import type { Instance, Meeting } from './instance.ts'
import { randomFrom, type Random } from './random.ts'

/** A made-up day of a few meetings with rules of every kind, the same again from the same seed. */
export function smallDay(seed: number, most = 5): Instance {
  const random = randomFrom(seed)
  const slots = 2 + random.below(3)
  const people = 3 + random.below(3)
  const places = 1 + random.below(2)
  const zones = 1 + random.below(2)
  const pools = random.below(2)
  const some = (count: number, share: number) => [...Array(count).keys()].filter(() => random.share() < share)
  return {
    slots: Array.from({ length: slots }, (_, slot) => ({
      start: slot * 25 + (slot >= 2 ? 30 : 0),
      end: slot * 25 + 20 + (slot >= 2 ? 30 : 0),
      session: slot >= 2 ? 1 : 0,
    })),
    participants: Array.from({ length: people }, () => ({ forbidden: some(slots, 0.1) })),
    places: Array.from({ length: places }, () => ({ zone: random.below(zones), closed: some(slots, 0.1) })),
    walking: Array.from({ length: zones }, (_, from) =>
      Array.from({ length: zones }, (__, to) => (from === to ? 0 : 10)),
    ),
    pools: Array.from({ length: pools }, () => ({ capacity: Array.from({ length: slots }, () => random.below(3)) })),
    meetings: Array.from({ length: 1 + random.below(most) }, (_, index): Meeting => ({
      participants: drawn(people, random.share() < 0.25 ? 3 : 2, random),
      slots: random.share() < 0.2 ? some(slots, 0.6) : null,
      places: random.share() < 0.2 ? some(places, 0.7) : null,
      pool: pools > 0 && random.share() < 0.4 ? 0 : null,
      after: index > 0 && random.share() < 0.15 ? [random.below(index)] : [],
    })),
    spread: random.share() < 0.5 ? null : random.below(2),
  }
}

/** So many different numbers below a bound. */
function drawn(bound: number, count: number, random: Random): readonly number[] {
  const left = [...Array(bound).keys()]
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)[0] ?? 0)
}
