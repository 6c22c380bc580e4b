/** For everybody in some pairs, the others. */
export function pairsOf<Id>(pairs: readonly (readonly [Id, Id])[]): ReadonlyMap<Id, readonly Id[]> {
  const others = new Map<Id, Id[]>()
  for (const [one, other] of pairs)
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = others.get(from)
      if (known === undefined) others.set(from, [to])
      else known.push(to)
    }
  return others
}
