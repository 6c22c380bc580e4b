import { describe, expect, it } from 'vitest'

import { documentKey } from './document.ts'
import { excerptOf } from './excerpt.ts'
import { commonSettings } from './index-plan.ts'
import { holdsSettings } from './settings.ts'

const marked = (texts: readonly string[], query: string): string[] | null => {
  const found = excerptOf(texts, query)
  return found === null ? null : found.marks.map(({ start, end }) => found.text.slice(start, end))
}

describe('the excerpt of what was found', () => {
  it('is the text that meets most words, marked without regard to accents, endings or a typing error', () => {
    const texts = ['Venta de acero', 'Reparación de bombas de acero inoxidable']
    expect(marked(texts, 'reparacion bomba acero')).toEqual(['Reparación', 'bombas', 'acero'])
    expect(marked(texts, 'reparasion')).toEqual(['Reparación'])
  })

  it('is cut around the first word met, with the marks still on it', () => {
    const found = excerptOf([`${'word '.repeat(200)}bombas ${'after '.repeat(200)}`], 'bombas')
    expect(found?.text.length).toBeLessThan(200)
    expect(found?.marks.map(({ start, end }) => found.text.slice(start, end))).toEqual(['bombas'])
  })

  it('is nothing where no word is met', () => {
    expect(excerptOf(['Venta de acero'], 'zanahoria')).toBe(null)
    expect(excerptOf(['Venta de acero'], '')).toBe(null)
  })
})

describe('the settings of an index', () => {
  it('are ours whatever the order of what has none, and are not where a rule moved', () => {
    const shuffled = { ...commonSettings, stopWords: commonSettings.stopWords?.toReversed() ?? null, extra: 1 }
    expect(holdsSettings(shuffled, commonSettings)).toBe(true)
    const moved = { ...commonSettings, rankingRules: commonSettings.rankingRules?.toReversed() ?? null }
    expect(holdsSettings(moved, commonSettings)).toBe(false)
  })
})

it('a key is a whole number that two neighbouring ids do not share', () => {
  const [one, other] = ['01a20278-3899-73f0-bbb8-f968e219651a', '01a20278-3899-73f0-bbb8-f968e219651b'].map(documentKey)
  expect(Number.isSafeInteger(one)).toBe(true)
  expect(one).not.toBe(other)
})
