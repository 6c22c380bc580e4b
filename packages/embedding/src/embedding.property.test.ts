import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Embedder } from './embedder.ts'
import { installedModel, openLocal } from './local/local-embedder.ts'
import { readModel } from './local/model.ts'
import { plainReader } from './reader.ts'
import { cosine, small } from './small.ts'
import { VectorIndex } from './vector-index.ts'

const files = installedModel(join(import.meta.dirname, '../../../infra/model'))
let model: Embedder
beforeAll(async () => {
  if (files === null) throw new Error('the model is not there: run pnpm add:model')
  model = await openLocal(files)
})
afterAll(() => model.close())

const of = async (text: string): Promise<Float32Array> => (await model.embed([text]))[0] ?? new Float32Array(0)

describe('the local model', () => {
  test('gives a text the same bytes again, whatever is read beside it, and a vector of length one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), async (one, other) => {
        const [alone, [beside]] = [await of(one), await model.embed([one, other])]
        expect(beside).toEqual(alone)
        expect(Math.hypot(...alone)).toBeCloseTo(1, 4)
      }),
      { numRuns: 25 },
    )
  })

  test('finds other words for the same thing, as the model it was made from does', async () => {
    const [lovely, sunny, stadium] = [
      await of('The weather is lovely today.'),
      await of("It's so sunny outside!"),
      await of('He drove to the stadium.'),
    ]
    // 0.6660 and 0.1046 by the model in full precision.
    expect(cosine(small(lovely), small(sunny), 0)).toBeCloseTo(0.666, 1)
    expect(cosine(small(lovely), small(stadium), 0)).toBeCloseTo(0.1046, 1)
  })

  test('reads no language that it does not know', async () => {
    const [english, spanish] = await plainReader(model).read([
      { text: 'Welding of tanks', language: 'en' },
      { text: 'Soldadura de tanques', language: 'es' },
    ])
    expect([english?.length, spanish]).toEqual([model.dims, null])
  })

  test('is refused where its file is missing or was changed', () => {
    const known = files ?? { weights: '', tokenizer: '', runtime: '' }
    expect(() => readModel({ ...known, weights: known.tokenizer })).toThrow('broken or another one')
    expect(() => readModel({ ...known, weights: `${known.weights}.gone` })).toThrow('ENOENT')
  })
})

const dims = 64
const vector = fc.int8Array({ minLength: dims, maxLength: dims })
const brute = (held: ReadonlyMap<string, Int8Array>, query: Int8Array, limit: number): readonly string[] =>
  [...held]
    .flatMap(([id, vectors]) => {
      const all = Array.from({ length: vectors.length / dims }, (_, order) => cosine(query, vectors, order * dims))
      return vectors.every((value) => value === 0) ? [] : [{ id, near: Math.max(...all) }]
    })
    .toSorted((a, b) => b.near - a.near || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id)

describe('the index of vectors', () => {
  const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), vectors: fc.array(vector, { maxLength: 3 }) })
  test('finds what comparing with all of them finds, after any puts and removals', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), vector, (steps, query) => {
        const index = new VectorIndex<string>(dims)
        const held = new Map<string, Int8Array>()
        for (const { id, vectors } of steps) {
          const all = Int8Array.from(vectors.flatMap((one) => [...one]))
          if (all.length === 0) index.remove(id)
          else index.put(id, 1, all)
          if (all.length === 0) held.delete(id)
          else held.set(id, all)
        }
        expect(index.nearest(query, 3)).toEqual(brute(held, query, 3))
        // Those that do not count take no place from those that do.
        held.delete('a')
        expect(index.nearest(query, 3, (id) => id !== 'a')).toEqual(brute(held, query, 3))
      }),
    )
  })

  test('knows nothing of an entry that could not be read, nor of another version', () => {
    const index = new VectorIndex<string>(dims)
    const one = new Int8Array(dims).fill(1)
    index.put('a', 2, Int8Array.from([...new Int8Array(dims), ...one]))
    index.put('blank', 1, new Int8Array(dims))
    expect(index.cosines(one, 'a', 2)).toEqual([null, 1])
    expect(index.cosines(one, 'a', 1)).toBeNull()
    expect(index.nearest(one, 5)).toEqual(['a'])
  })
})
