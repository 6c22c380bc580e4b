/** The first few by their order, those of the same order as they came, without putting the rest in order. */
export function firstFew<Item>(items: Iterable<Item>, most: number, orderOf: (item: Item) => number): readonly Item[] {
  const kept: { readonly item: Item; readonly order: number }[] = []
  for (const item of items) {
    const order = orderOf(item)
    if (kept.length === most && order >= (kept.at(-1)?.order ?? -Infinity)) continue
    const before = kept.findIndex((other) => other.order > order)
    kept.splice(before === -1 ? kept.length : before, 0, { item, order })
    if (kept.length > most) kept.pop()
  }
  return kept.map(({ item }) => item)
}
