/** A source of chance that repeats itself: the same seed gives the same numbers on every machine. */
export type Random = {
  /** 0 ≤ x < 1. */
  readonly next: () => number
  /** A whole number between both ends, ends included. */
  readonly int: (low: number, high: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** So many different items, in the order of chance; all of them where there are fewer. */
  readonly some: <Item>(items: readonly Item[], count: number) => readonly Item[]
  /** A number between both ends that is as often below as above their geometric mean: firms are small more often than large. */
  readonly skewed: (low: number, high: number) => number
  /** A source of its own for a named part, so that a change in one part leaves the others as they were. */
  readonly fork: (name: string) => Random
}

/** mulberry32: 32 bits of state, enough for a demo. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[int(0, items.length - 1)]
    if (item === undefined) throw new Error('there is nothing to pick from')
    return item
  }
  const some = <Item>(items: readonly Item[], count: number): readonly Item[] => {
    const rest = [...items]
    const chosen: Item[] = []
    while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(int(0, rest.length - 1), 1))
    return chosen
  }
  return {
    next,
    int,
    pick,
    some,
    chance: (share) => next() < share,
    skewed: (low, high) => low * (high / low) ** next(),
    fork: (name) =>
      createRandom(
        Array.from(name).reduce(
          (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0,
          (seed ^ 0x811c9dc5) >>> 0,
        ),
      ),
  }
}
