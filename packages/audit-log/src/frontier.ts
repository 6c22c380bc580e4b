import { emptyRoot, nodeHash, type Hash } from './hash.ts'

/** A tree as one needs it to let it grow: the roots of its full subtrees, at most one of each height. */
export class Frontier {
  #size = 0
  /** By height; null where there is none. */
  #peaks: (Hash | null)[] = []

  get size(): number {
    return this.#size
  }

  append(leaf: Hash): void {
    let [grown, level] = [leaf, 0]
    for (let left = this.#peaks[level] ?? null; left !== null; left = this.#peaks[level] ?? null) {
      grown = nodeHash(left, grown)
      this.#peaks[level] = null
      level += 1
    }
    this.#peaks[level] = grown
    this.#size += 1
  }

  root(): Hash {
    let root: Hash | null = null
    for (const peak of this.#peaks) if (peak !== null) root = root === null ? peak : nodeHash(peak, root)
    return root ?? emptyRoot
  }
}
