import { afterEach, describe, expect, it } from 'vitest'
import { overwriteGetLocale } from '../paraglide/runtime.js'
import { effectWords, gapName, keyed, type GapGroup } from './gap-effect.ts'

const group = (given: Partial<GapGroup>): GapGroup => ({
  ...{ id: 'certificates', detail: { scheme: 'BRCGS', mandatory: 1 }, opens: 0, improves: 0, gain: 0, needs: [] },
  ...given,
})
const site = group({ id: 'radius', detail: { place: 'Calama', radiusKm: 50 } })
afterEach(() => overwriteGetLocale(() => 'en'))

describe('a step', () => {
  it.each([
    ['en', ['BRCGS certificate', 'opens 14 open needs and improves 6', 'opens 1 open need', 'improves 2']],
    ['es', ['Certificado BRCGS', 'abre 14 necesidades y mejora 6', 'abre 1 necesidad', 'mejora 2']],
  ] as const)('is named and says what it does in %s, without what it does not', (locale, words) => {
    overwriteGetLocale(() => locale)
    const effects = [
      { opens: 14, improves: 6 },
      { opens: 1, improves: 0 },
      { opens: 0, improves: 2 },
    ]
    expect([gapName(group({})), ...effects.map(effectWords)]).toEqual(words)
  })

  it('has a name of its own in the list, even where two read alike', () => {
    const keys = keyed([site, group({}), site]).map(({ key }) => key)
    expect(new Set(keys).size).toBe(3)
  })
})
