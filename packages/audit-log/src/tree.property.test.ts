import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Frontier } from './frontier.ts'
import { emptyRoot, leafHash, nodeHash, type Hash } from './hash.ts'
import { isConsistent, isIncluded } from './prove.ts'
import { consistencyRanges, inclusionRanges, nodesOf, rangeHash, type Node } from './tree.ts'

const hashes = Array.from({ length: 200 }, (_, index) => leafHash(`leaf ${index}`))

/** The hash of a tree as RFC 9162, 2.1.1 defines it, word for word. */
function defined(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return emptyRoot
  if (leaves.length === 1) return leaves[0] ?? emptyRoot
  let power = 1
  while (power * 2 < leaves.length) power *= 2
  return nodeHash(defined(leaves.slice(0, power)), defined(leaves.slice(power)))
}
const stored = ({ level, position }: Node): Hash =>
  defined(hashes.slice(position * 2 ** level, (position + 1) * 2 ** level))
const rootOf = (size: number): Hash => defined(hashes.slice(0, size))
const flipped = (hash: Hash): Hash => hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte))

const sizes = fc.integer({ min: 1, max: hashes.length })
const leafOf = fc.tuple(sizes, fc.nat()).map(([size, n]) => ({ size, index: n % size }))

it('a tree grows by its frontier to what it is by definition, and is made of its full subtrees', () => {
  const frontier = new Frontier()
  for (const [index, leaf] of hashes.entries()) {
    frontier.append(leaf)
    expect(frontier.root()).toEqual(rootOf(index + 1))
  }
  fc.assert(
    fc.property(sizes, (size) => {
      const range = { from: 0, to: size }
      expect(rangeHash(range, stored)).toEqual(rootOf(size))
      expect(nodesOf(range).reduce((sum, { level }) => sum + 2 ** level, 0)).toBe(size)
    }),
  )
})

it('every leaf is proved, and nothing else is: no other leaf, place, size or root, and no changed proof', () => {
  fc.assert(
    fc.property(leafOf, fc.nat(), ({ size, index }, n) => {
      const leaf = hashes[index] ?? emptyRoot
      const proof = inclusionRanges(index, { from: 0, to: size }).map((range) => rangeHash(range, stored))
      const root = rootOf(size)
      expect(isIncluded(leaf, index, size, proof, root)).toBe(true)
      expect(isIncluded(flipped(leaf), index, size, proof, root)).toBe(false)
      expect(isIncluded(leaf, index, size, proof, flipped(root))).toBe(false)
      const elsewhere = (index + 1 + (n % size)) % size
      expect(isIncluded(leaf, elsewhere, size, proof, root)).toBe(elsewhere === index)
      const changed = (at: number): Hash[] => proof.map((hash, place) => (place === at ? flipped(hash) : hash))
      const wrong = proof.flatMap((_, at) => [changed(at), proof.toSpliced(at, 1)])
      expect(wrong.filter((path) => isIncluded(leaf, index, size, path, root))).toEqual([])
      expect(isIncluded(leaf, index, size, [...proof, leaf], root)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

it('a later tree proves that it begins with an earlier one, and a tree with another beginning does not', () => {
  fc.assert(
    fc.property(leafOf, fc.nat(), ({ size, index }, n) => {
      const earlier = index + 1
      const proof = consistencyRanges(earlier, size).map((range) => rangeHash(range, stored))
      const [one, other] = [
        { size: earlier, root: rootOf(earlier) },
        { size, root: rootOf(size) },
      ]
      expect(isConsistent(one, other, proof)).toBe(true)
      expect(isConsistent({ ...one, root: flipped(one.root) }, other, proof)).toBe(false)
      expect(isConsistent(one, { ...other, root: flipped(other.root) }, proof)).toBe(false)
      expect(isConsistent(other, { ...one, size: earlier - 1 }, proof)).toBe(false)
      const wrong = proof.map((_, at) => proof.map((hash, place) => (place === at ? flipped(hash) : hash)))
      expect(wrong.filter((path) => isConsistent(one, other, path))).toEqual([])
      // The same log with one early entry changed: the proof it would give does not join it to what was signed.
      const changed = hashes.map((hash, at) => (at === n % earlier ? flipped(hash) : hash))
      const forged = ({ level, position }: Node): Hash =>
        defined(changed.slice(position * 2 ** level, (position + 1) * 2 ** level))
      const forgedProof = consistencyRanges(earlier, size).map((range) => rangeHash(range, forged))
      expect(isConsistent(one, { size, root: defined(changed.slice(0, size)) }, forgedProof)).toBe(false)
    }),
    { numRuns: 200 },
  )
})
