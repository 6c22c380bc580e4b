import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { asId, type GlossaryLineId } from '../brand.ts'
import { Problem } from '../problem.ts'
import { fold } from '../text.ts'
import { glossaryLanguages, glossaryLimit, type GlossaryLine, isSameLine, withLine } from './glossary.ts'

const line = (id: number, ...texts: readonly string[]): GlossaryLine => ({
  id: asId<GlossaryLineId>(`line-${id}`),
  phrases: texts.map((text) => ({ language: 'en', text })),
})
const refusal = (act: () => unknown): readonly (string | undefined)[] => {
  try {
    act()
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [error.code, ...error.faults.map(({ path }) => path)]
  }
}
const full = Array.from({ length: glossaryLimit }, (_, at) => line(at, `pump ${at}`, `bomba ${at}`))

describe('a line', () => {
  it.each([
    ['one word twice in it', [], line(1, 'Pump', ' pump'), ['glossary.twice', 'phrases.1.text']],
    [
      'a word of another line, with accents and blanks',
      [line(1, 'bomba  húmeda', 'x')],
      line(2, 'y', 'Bomba humeda'),
      ['glossary.twice', 'phrases.1.text'],
    ],
    ['emoji only', [], line(1, 'pump', '🚜'), ['glossary.wordless', 'phrases.1.text']],
    ['one line too many', full, line(900, 'this', 'that'), ['glossary.limit']],
    ['another in place of one of as many as there may be', full, line(7, 'this', 'that'), []],
    ['its own words again', [line(1, 'pump', 'bomba')], line(1, 'bomba', 'pump'), []],
  ] as const)('with %s', (_, lines, put, expected) => {
    expect(refusal(() => withLine(lines, put))).toEqual(expected)
  })

  it('may say the same word in two languages', () => {
    const radar: GlossaryLine = {
      ...line(1),
      phrases: [
        { language: 'en', text: 'radar' },
        { language: 'es', text: 'radar' },
      ],
    }
    expect(withLine([], radar)).toEqual([radar])
  })

  it('is kept with one blank between words', () => {
    expect(withLine([], line(1, ' wet \n pump ', 'x'))[0]?.phrases[0]?.text).toBe('wet pump')
  })
})

const puts = fc.array(
  fc.record({
    id: fc.integer({ min: 0, max: 5 }).map((id) => asId<GlossaryLineId>(`line-${id}`)),
    phrases: fc.array(
      fc.record({ language: fc.constantFrom(...glossaryLanguages), text: fc.constantFrom('a', 'Á', 'b', 'c d', '🚜') }),
      { minLength: 2, maxLength: 6 },
    ),
  }),
  { maxLength: 12 },
)

it('whatever is put in whatever order, no phrase stands twice, none is without a word, and putting the same again changes nothing', () => {
  fc.assert(
    fc.property(puts, (many) => {
      let lines: readonly GlossaryLine[] = []
      for (const one of many) {
        if (refusal(() => withLine(lines, one)).length > 0) continue
        lines = withLine(lines, one)
        expect(withLine(lines, one)).toEqual(lines)
        expect(lines.filter(({ id }) => id === one.id).map((kept) => isSameLine(kept, one))).toEqual([true])
      }
      const phrases = lines.flatMap((one) => one.phrases.map(({ language, text }) => `${language} ${fold(text)}`))
      expect(new Set(phrases).size).toBe(phrases.length)
      expect(phrases.filter((phrase) => phrase.includes('🚜'))).toEqual([])
    }),
  )
})
