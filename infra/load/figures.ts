/** The value below which `share` of the samples lie; samples need not be sorted. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Milliseconds of one thing done over and over, one at a time, after a warm-up. */
export async function timeEach(times: number, work: (number: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = []
  const warmUp = Math.ceil(times / 10)
  for (let number = -warmUp; number < times; number += 1) {
    const from = performance.now()
    await work(number)
    if (number >= 0) samples.push(performance.now() - from)
  }
  return samples
}

export const rounded = (value: number): number => Math.round(value * 100) / 100
/** The figures people quote of a series, in its own unit. */
export const summary = (samples: readonly number[]) => ({
  p50: rounded(quantile(samples, 0.5)),
  p95: rounded(quantile(samples, 0.95)),
  n: samples.length,
})
