import { nodeHash, type Hash } from './hash.ts'

/** The leaves `from` up to, and without, `to`. */
export type Range = { readonly from: number; readonly to: number }
/** The root of a full subtree of 2^level leaves; `position` counts those of its level. */
export type Node = { readonly level: number; readonly position: number }

/** The largest power of two that is less than `count`. */
function split(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

/** The parts of the tree whose hashes prove that a leaf is in it (RFC 9162, 2.1.3.1), the nearest first. */
export function inclusionRanges(index: number, { from, to }: Range): Range[] {
  if (to - from <= 1) return []
  const middle = from + split(to - from)
  return index < middle
    ? [...inclusionRanges(index, { from, to: middle }), { from: middle, to }]
    : [...inclusionRanges(index, { from: middle, to }), { from, to: middle }]
}

/** The parts whose hashes prove that a tree begins with all leaves of an earlier one (RFC 9162, 2.1.4.1). */
export const consistencyRanges = (earlier: number, size: number): Range[] =>
  earlier === 0 ? [] : subproof(earlier, { from: 0, to: size }, true)

function subproof(earlier: number, range: Range, known: boolean): Range[] {
  const { from, to } = range
  if (earlier === to) return known ? [] : [range]
  const middle = from + split(to - from)
  return earlier <= middle
    ? [...subproof(earlier, { from, to: middle }, known), { from: middle, to }]
    : [...subproof(earlier, { from: middle, to }, false), { from, to: middle }]
}

/** The full subtrees that a part of the tree is made of, from left to right. */
export function nodesOf({ from, to }: Range): Node[] {
  const nodes: Node[] = []
  for (let at = from; at < to;) {
    let [level, leaves] = [0, 1]
    while (at + leaves * 2 <= to && at % (leaves * 2) === 0) [level, leaves] = [level + 1, leaves * 2]
    nodes.push({ level, position: at / leaves })
    at += leaves
  }
  return nodes
}

/** The hash of a part of the tree, from those of its full subtrees. */
export function rangeHash(range: Range, hashOf: (node: Node) => Hash): Hash {
  const hashes = nodesOf(range).map(hashOf)
  return hashes.reduceRight((right, left) => nodeHash(left, right))
}
