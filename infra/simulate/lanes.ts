/** Does all that is to be done, so many at a time; the results in the order of what was asked. */
export async function inLanes<T>(lanes: number, work: readonly (() => Promise<T>)[]): Promise<T[]> {
  const done: T[] = []
  const next = work.entries()
  const lane = async (): Promise<void> => {
    for (const [at, one] of next) done[at] = await one()
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return done
}
