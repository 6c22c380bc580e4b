import { expect, it } from 'vitest'

import { withTables } from './with-tables.ts'

const table = (key: string) => ({ key, name: key, kind: 'table', zone: 'B' }) as const

it('keeps the tables there are, adds further ones under keys of their own, and lets the last ones leave', () => {
  const three = [table('t1'), table('t-4'), table('t3')]
  expect(withTables(three, 2)).toEqual([table('t1'), table('t-4')])
  expect(withTables(three, 5)).toEqual([
    ...three,
    { key: 't-5', name: 'B 5', kind: 'table', zone: 'B' },
    { key: 't-6', name: 'B 6', kind: 'table', zone: 'B' },
  ])
  expect(withTables([], 1)).toEqual([{ key: 't-1', name: '1', kind: 'table', zone: '' }])
})
