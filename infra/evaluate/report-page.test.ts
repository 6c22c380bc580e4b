import { expect, it } from 'vitest'

import { withFigures } from './report-page.ts'

const page = 'Before\n<!-- figures: written by pnpm evaluate --report -->\nold\n<!-- end of figures -->\nAfter\n'

it('puts new figures in the place of the old and leaves what people wrote', () => {
  const written = withFigures(page, 'new')
  expect(written).not.toContain('old')
  expect(withFigures(written, 'new')).toBe(written)
  expect([written.startsWith('Before\n'), written.endsWith('After\n')]).toEqual([true, true])
})

it.each([page.replace('<!-- figures', '<!-- numbers'), page.replace('end of', 'start of')])(
  'refuses a page that lacks a mark',
  (unmarked) => {
    expect(() => withFigures(unmarked, 'new')).toThrow('no place marked')
  },
)
