import { isSame } from './bytes.ts'
import { emptyRoot, nodeHash, type Hash } from './hash.ts'

const half = (n: number): number => Math.floor(n / 2)
const isOdd = (n: number): boolean => n % 2 === 1

/** The root that a leaf and its path lead to, or null where the path does not fit a tree of this size (RFC 9162, 2.1.3.2). */
export function rootByInclusion(leaf: Hash, index: number, size: number, path: readonly Hash[]): Hash | null {
  if (index >= size) return null
  let [at, last, root] = [index, size - 1, leaf]
  for (const next of path) {
    if (last === 0) return null
    if (isOdd(at) || at === last) {
      root = nodeHash(next, root)
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else root = nodeHash(root, next)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 ? root : null
}

/** Whether the leaf stands at this index of the tree with this root. */
export function isIncluded(leaf: Hash, index: number, size: number, path: readonly Hash[], root: Hash): boolean {
  const reached = rootByInclusion(leaf, index, size, path)
  return reached !== null && isSame(reached, root)
}

type Tree = { readonly size: number; readonly root: Hash }

/** Whether the later tree begins with all leaves of the earlier one (RFC 9162, 2.1.4.2). */
export function isConsistent(earlier: Tree, later: Tree, path: readonly Hash[]): boolean {
  if (earlier.size > later.size) return false
  if (earlier.size === later.size) return path.length === 0 && isSame(earlier.root, later.root)
  if (earlier.size === 0) return path.length === 0 && isSame(earlier.root, emptyRoot)
  const isFull = Number.isInteger(Math.log2(earlier.size))
  const [first, ...rest] = isFull ? [earlier.root, ...path] : path
  if (first === undefined) return false
  let [at, last] = [earlier.size - 1, later.size - 1]
  while (isOdd(at)) [at, last] = [half(at), half(last)]
  let [old, fresh] = [first, first]
  for (const next of rest) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      old = nodeHash(next, old)
      fresh = nodeHash(next, fresh)
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else fresh = nodeHash(fresh, next)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && isSame(old, earlier.root) && isSame(fresh, later.root)
}
