import { expect, it } from 'vitest'

import { metWords } from './met-words.ts'
import { needQuery } from './need-query.ts'

const asked = (text: string, language = 'en'): ReturnType<typeof needQuery>['terms'] =>
  needQuery({ title: 'Need', text, specification: [], language, categories: [] }).terms
const rarity =
  (rare: readonly string[]) =>
  (term: string): number =>
    rare.some((word) => word.startsWith(term)) ? 5 : 1

it('names the words as written, rare ones first, each stem once, and none that was not asked for', () => {
  const text = 'Sprays bind the dust of haul roads: dusts settle, roads stay dry.'
  const query = asked('Dust on our haul road')
  expect(metWords(text, 'en', query, rarity(['haul']), 5)).toEqual(['haul', 'dust', 'roads'])
  expect(metWords(text, 'en', query, rarity(['haul']), 1)).toEqual(['haul'])
  expect(metWords(text, 'en', asked('Catering for two hundred people'), rarity([]), 5)).toEqual([])
})

it('knows a trade word in the other language by its meaning', () => {
  const words = metWords('Bombas de lodo para relaves', 'es', asked('Slurry pumps for tailings'), rarity([]), 5)
  expect(words).toContain('Bombas')
})
