import { describe, expect, it } from 'vitest'
import { Frontier } from './frontier.ts'
import { emptyRoot, leafHash, type Hash } from './hash.ts'
import { isConsistent, isIncluded, rootByInclusion } from './prove.ts'
import { consistencyRanges, inclusionRanges, rangeHash, type Node, type Range } from './tree.ts'

const bytes = (hex: string): Hash => Uint8Array.from(Buffer.from(hex, 'hex'))
const hex = (hash: Hash): string => Buffer.from(hash).toString('hex')

// The tree that the tests of Certificate Transparency and of its many implementations share.
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const hashes = leaves.map((leaf) => leafHash(bytes(leaf)))
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const nodes = {
  first: '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  second: '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  half: '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  fifth: 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  last: 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  pair: '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
}
const stored = ({ level, position }: Node): Hash => {
  const part = new Frontier()
  for (const leaf of hashes.slice(position * 2 ** level, (position + 1) * 2 ** level)) part.append(leaf)
  return part.root()
}
const path = (ranges: readonly Range[]): string[] => ranges.map((range) => hex(rangeHash(range, stored)))

describe('the tree of Certificate Transparency', () => {
  it('has the published roots at every size', () => {
    const frontier = new Frontier()
    expect(hex(frontier.root())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(
      hashes.map((leaf) => {
        frontier.append(leaf)
        return hex(frontier.root())
      }),
    ).toEqual(roots)
  })

  it.each([
    [0, 1, []],
    [0, 8, [nodes.first, nodes.second, nodes.half]],
    [5, 8, [nodes.fifth, nodes.last, roots[3]]],
    [2, 3, [roots[1]]],
    [1, 5, [roots[0], nodes.second, nodes.fifth]],
  ])('proves leaf %i among %i as published', (index, size, published) => {
    const proof = path(inclusionRanges(index, { from: 0, to: size }))
    expect(proof).toEqual(published)
    expect(isIncluded(hashes[index] ?? emptyRoot, index, size, proof.map(bytes), bytes(roots[size - 1] ?? ''))).toBe(
      true,
    )
  })

  it.each([
    [1, 1, []],
    [1, 8, [nodes.first, nodes.second, nodes.half]],
    [6, 8, [nodes.pair, nodes.last, roots[3]]],
    [2, 5, [nodes.second, nodes.fifth]],
  ])('proves that %i leaves are the first of %i as published', (earlier, size, published) => {
    const proof = path(consistencyRanges(earlier, size))
    expect(proof).toEqual(published)
    const tree = (of: number) => ({ size: of, root: bytes(roots[of - 1] ?? '') })
    expect(isConsistent(tree(earlier), tree(size), proof.map(bytes))).toBe(true)
  })

  it('takes no proof of a leaf beyond the tree, and none that is too short or too long', () => {
    const proof = [nodes.first, nodes.second, nodes.half].map(bytes)
    const leaf = hashes[0] ?? emptyRoot
    expect(rootByInclusion(leaf, 8, 8, proof)).toBeNull()
    expect(rootByInclusion(leaf, 0, 8, proof.slice(1))).toBeNull()
    expect(rootByInclusion(leaf, 0, 8, [...proof, leaf])).toBeNull()
  })
})
