import type { Cnf, Literal } from './cnf.ts'

/** Nobody has more breaks than anybody else by more than the spread. */
export function encodeSpread(cnf: Cnf, breaks: readonly (readonly Literal[])[], spread: number | null): void {
  if (spread === null) return
  const most = Math.max(0, ...breaks.map((row) => row.length))
  for (let count = spread + 1; count <= most; count += 1) {
    // True where somebody has so many; then all others have at least so many without the spread.
    const reached = cnf.variable()
    for (const row of breaks) {
      const many = row[count - 1]
      if (many !== undefined) cnf.add(-many, reached)
      const enough = row[count - spread - 1]
      cnf.add(-reached, ...(enough === undefined ? [] : [enough]))
    }
  }
}
