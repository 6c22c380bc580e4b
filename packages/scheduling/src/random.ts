/** Whole numbers that look random and are the same again from the same seed: `below(n)` lies in 0 … n - 1. */
export type Random = { readonly below: (bound: number) => number; readonly share: () => number }

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/** xoshiro128** of Blackman and Vigna (prng.di.unimi.it), its state filled by SplitMix32 as they advise. */
export function randomFrom(seed: number): Random {
  const state = new Int32Array(4)
  let filled = seed | 0
  for (let at = 0; at < 4; at += 1) {
    filled = (filled + 0x9e3779b9) | 0
    let mixed = Math.imul(filled ^ (filled >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    state[at] = mixed ^ (mixed >>> 15)
  }
  let [a, b, c, d] = state as unknown as [number, number, number, number]
  const share = (): number => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, 11)
    return (result >>> 0) / 4_294_967_296
  }
  return { share, below: (bound) => Math.floor(share() * bound) }
}
