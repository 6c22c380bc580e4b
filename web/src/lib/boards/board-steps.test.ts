import { describe, expect, it } from 'vitest'

import { cellHeight, cellWidth, headHeight, headWidth, spotAt, step } from './board-steps.ts'

const size = { rows: 30, columns: 4 }
const from = { row: 10, column: 2 }
const by = (key: string, ctrlKey = false) => step({ key, ctrlKey }, from, size, 8)

describe('the keys of a board', () => {
  it('lead one cell on, a page, or to an end, and never out of it', () => {
    expect(by('ArrowUp')).toEqual({ row: 9, column: 2 })
    expect(by('ArrowRight')).toEqual({ row: 10, column: 3 })
    expect(by('PageDown')).toEqual({ row: 18, column: 2 })
    expect(by('Home')).toEqual({ row: 10, column: 0 })
    expect(by('End', true)).toEqual({ row: 29, column: 3 })
    expect(step({ key: 'ArrowUp', ctrlKey: false }, { row: 0, column: 0 }, size, 8)).toEqual({ row: 0, column: 0 })
    expect(by('a')).toBe(null)
  })
  it('has its cells where they are drawn', () => {
    expect(spotAt(headWidth, headHeight, size)).toEqual({ row: 0, column: 0 })
    expect(spotAt(headWidth + 2.5 * cellWidth, headHeight + 10.5 * cellHeight, size)).toEqual(from)
    expect(spotAt(headWidth - 1, 200, size)).toBe(null)
    expect(spotAt(headWidth + 4 * cellWidth, 200, size)).toBe(null)
  })
})
