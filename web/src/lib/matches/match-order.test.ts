import type { SupplierMatch } from '@enlace/contracts'
import { expect, it } from 'vitest'
import { sampleMatches } from '../../routes/dev/ui/samples.ts'
import { beginsFalling, distanceOf, isColumn, ordered, valueIn } from './match-order.ts'
import { bandOf, bands } from './score-band.ts'

const names = (rows: readonly SupplierMatch[]): string[] => rows.map(({ supplier }) => supplier.name)
const inOrder = (column: Parameters<typeof ordered>[1], falling: boolean) => ordered(sampleMatches, column, falling)

it('a column orders rows both ways, and what is not stated stands last either way', () => {
  for (const column of ['score', 'distance', 'certificates', 'name', 'gaps', 'rank'] as const) {
    const known = sampleMatches.filter((row) => valueIn(row, column) !== null)
    for (const falling of [true, false]) {
      const rows = inOrder(column, falling)
      expect(names(rows).toSorted()).toEqual(names(sampleMatches).toSorted())
      expect(names(rows.slice(0, known.length)).toSorted()).toEqual(names(known).toSorted())
    }
    const values = inOrder(column, false).flatMap((row) => valueIn(row, column) ?? [])
    expect(values).toEqual(
      values.toSorted((a, b) => (typeof a === 'number' ? a - Number(b) : a.localeCompare(String(b)))),
    )
    expect(inOrder(column, true).flatMap((row) => valueIn(row, column) ?? [])).toEqual(values.toReversed())
  }
  expect(sampleMatches.some((row) => valueIn(row, 'certificates') === null)).toBe(true)
})

it('the distance is the one that the match was decided by', () => {
  const [row] = sampleMatches.filter((one) => one.match.gates.some(({ detail }) => detail['km'] === 575))
  expect(row === undefined ? null : distanceOf(row)).toBe(575)
  expect(distanceOf({ match: { ...(row as SupplierMatch).match, gates: [], criteria: [] } })).toBeNull()
})

it('points begin with the most, distance, gaps and rank with the least', () => {
  expect(
    ['score', 'price', 'distance', 'gaps', 'rank', 'name'].filter((id) => isColumn(id) && beginsFalling(id)),
  ).toEqual(['score', 'price'])
  expect(isColumn('weights')).toBe(false)
})

it('a match is strong from 70, fair from 40, weak below, and barred whatever it would be worth', () => {
  const gate = { id: 'country', detail: {}, evidence: null } as const
  const at = (score: number, verdict: 'pass' | 'fail' = 'pass') => bandOf({ score, gates: [{ ...gate, verdict }] })
  expect([at(0.7), at(0.69), at(0.4), at(0.39), at(0.9, 'fail')]).toEqual(['strong', 'fair', 'fair', 'weak', 'barred'])
  expect(bands).toHaveLength(4)
})
