import { describe, expect, it } from 'vitest'
import { keptWords } from './kept-words.ts'

describe('what of a search is kept', () => {
  it.each([
    ['  Bombas de ÁCIDO, para la mina ', 'bombas acido mina'],
    ['we need pumps pumps', 'pumps'],
    ['pumps ana.perez@firma.cl', 'pumps'],
    ['ana @ firma.cl', ''],
    ['ana (at) firma.cl valves', 'valves'],
    ['call +56 9 1234 5678 now', 'call now'],
    ['12.345.678-9 hoses', 'hoses'],
    ['ISO9001 welding ISO 9001', 'welding iso'],
    ['https://firma.cl/ana firma.cl seals', 'seals'],
    ['one two six seven eight nine ten eleven twelve', 'two six seven eight nine ten'],
    [`${'x'.repeat(25)} ok felt`, 'felt'],
    ['', ''],
  ])('of %j it is %j', (query, kept) => {
    expect(keptWords(query)).toBe(kept)
  })
})
