import { expect, it } from 'vitest'
import { barParts, heatGrid, isLacking } from './demand-rows.ts'

it('the parts of a bar follow on each other and end at its share of the longest', () => {
  expect(barParts({ none: 1, weak: 0, served: 4 }, 10)).toEqual([
    { part: 'none', from: 0, width: 10 },
    { part: 'served', from: 10, width: 40 },
  ])
  expect(barParts({ none: 0, weak: 0, served: 0 }, 0)).toEqual([])
})

it('the grid has what lacks most first, leaves out what lacks nothing, and knows each field', () => {
  const cell = (code: string, region: string, none: number, searches: number) => ({
    category: { scheme: 'CPV' as const, code },
    ...{ country: 'CL', region, open: none, none, weak: 0, searches },
  })
  const grid = heatGrid(
    [cell('44', 'A', 1, 0), cell('14', 'B', 2, 3), cell('14', 'A', 1, 0), cell('09', 'C', 0, 0)],
    9,
    1,
  )
  expect(grid.rows.map((row) => (JSON.parse(row) as { code: string }).code)).toEqual(['14', '44'])
  expect(grid.columns.map((column) => (JSON.parse(column) as { region: string }).region)).toEqual(['B'])
  expect(grid.at(grid.rows[0] ?? '', grid.columns[0] ?? '')).toMatchObject({ none: 2, searches: 3 })
  expect(grid.at(grid.rows[1] ?? '', grid.columns[0] ?? '')).toBeUndefined()
  expect(grid.most).toBe(5)
})

it('a group lacks something where nobody passes, where the best is weak, or where searches were in vain', () => {
  const nothing = { none: 0, weak: 0, searches: 0 }
  expect(
    [nothing, { ...nothing, none: 1 }, { ...nothing, weak: 1 }, { ...nothing, searches: 1 }].map(isLacking),
  ).toEqual([false, true, true, true])
})
