/** Numbers that look random and are the same again from the same seed. */
export type Random = {
  /** A whole number of 32 bits. */
  readonly word: () => number
  /** From 0 to just below 1. */
  readonly share: () => number
  /** A whole number from 0 to just below a bound. */
  readonly below: (bound: number) => number
}

type State = readonly [number, number, number, number]

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/** xoshiro128** of Blackman and Vigna (prng.di.unimi.it); a number as seed is spread over its state by SplitMix32. */
export function randomFrom(seed: number | State): Random {
  let [a, b, c, d] = typeof seed === 'number' ? stateOf(seed) : seed
  const word = (): number => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, 11)
    return result >>> 0
  }
  const share = (): number => word() / 4_294_967_296
  return { word, share, below: (bound) => Math.floor(share() * bound) }
}

function stateOf(seed: number): State {
  let filled = seed | 0
  const next = (): number => {
    filled = (filled + 0x9e3779b9) | 0
    let mixed = Math.imul(filled ^ (filled >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  return [next(), next(), next(), next()]
}
