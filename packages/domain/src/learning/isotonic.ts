/** One observation: where it stands, how often what we ask about was so (0..1), and how much it counts. */
export type Observation = { readonly at: number; readonly value: number; readonly weight: number }

/** Observations that stand side by side and share one value; `from` and `to` are the lowest and highest of them. */
export type Block = { readonly from: number; readonly to: number; readonly value: number; readonly weight: number }

const joined = (a: Block, b: Block): Block => {
  const weight = a.weight + b.weight
  return { from: a.from, to: b.to, weight, value: (a.value * a.weight + b.value * b.weight) / weight }
}

/**
 * Isotonic regression by pooling adjacent violators: of all never falling steps, those nearest to the observations by
 * weighted squares. Their weighted mean is that of the observations.
 */
export function isotonic(observations: readonly Observation[]): readonly Block[] {
  const blocks: Block[] = []
  const push = (given: Block): void => {
    let block = given
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      // What stands at the same place cannot be told apart, whatever its value.
      if (last.value < block.value && last.to < block.from) break
      block = joined(last, block)
      blocks.pop()
    }
    blocks.push(block)
  }
  const sorted = observations.filter(({ weight }) => weight > 0).toSorted((a, b) => a.at - b.at)
  let same: Block | null = null
  for (const { at, value, weight } of sorted) {
    const one: Block = { from: at, to: at, value, weight }
    if (same !== null && same.to !== at) {
      push(same)
      same = null
    }
    same = same === null ? one : joined(same, one)
  }
  if (same !== null) push(same)
  return blocks
}

/** Joins blocks that hold too little to say anything with their nearer neighbour by value; what remains still never falls. */
export function atLeast(blocks: readonly Block[], weight: number): readonly Block[] {
  const rest = [...blocks]
  while (rest.length > 1) {
    const thin = rest.findIndex((block) => block.weight < weight)
    if (thin === -1) break
    const [before, own, after] = [rest[thin - 1], rest[thin], rest[thin + 1]]
    if (own === undefined) break
    const back = after === undefined || (before !== undefined && own.value - before.value <= after.value - own.value)
    if (back && before !== undefined) rest.splice(thin - 1, 2, joined(before, own))
    else if (after !== undefined) rest.splice(thin, 2, joined(own, after))
  }
  return rest
}
