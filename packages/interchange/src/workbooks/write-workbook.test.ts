import { buffer } from 'node:stream/consumers'

import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'

import { readRows } from '../files/read-rows.ts'
import type { Sheet, SheetCell } from './sheet-cell.ts'
import { writeWorkbook } from './write-workbook.ts'

const sheet = (headings: readonly string[], rows: readonly (readonly SheetCell[])[]): Sheet => ({
  name: 'a/list: of [things]?',
  headings,
  batches: [rows],
})
async function readBack(bytes: Buffer): Promise<unknown[]> {
  const { rows } = await readRows(
    (async function* () {
      yield bytes
    })(),
  )
  const all: unknown[] = []
  for await (const row of rows) all.push('value' in row ? [row.row, row.value] : [row.row, row.fault.message])
  return all
}

describe('a workbook that is written', () => {
  const odd = 'a&b <c> "d"\r\n_x0041_ \u0001 ñ 😀 '
  const at = new Date('2026-12-31T14:30:00Z')
  const headings = ['text', 'number', 'day', 'moment', 'truth', 'formula']
  const rows: readonly (readonly SheetCell[])[] = [
    [odd, 12.5, { at: new Date('2026-12-31'), shows: 'day' }, { at, shows: 'moment' }, true, '=1+1'],
    ['00123', -3, null, null, false, "'=1+1"],
  ]

  it('is read back as it was', async () => {
    const bytes = await buffer(writeWorkbook([sheet(headings, rows)]))
    expect(await readBack(bytes)).toEqual([
      [
        2,
        {
          ...{ text: odd, number: '12.5', day: '2026-12-31', moment: '2026-12-31 14:30', truth: 'true' },
          formula: "'=1+1",
        },
      ],
      [3, { text: '00123', number: '-3', day: '', moment: '', truth: 'false', formula: "''=1+1" }],
    ])
  })

  it('is read by others as numbers, dates, truths and texts, of which none is a formula', async () => {
    const bytes = await buffer(writeWorkbook([sheet(headings, rows)]))
    const [found] = await readExcelFile(bytes)
    expect(found?.data.map((row) => row.slice(1))).toEqual([
      headings.slice(1),
      [12.5, new Date('2026-12-31'), at, true, '=1+1'],
      [-3, null, null, false, "'=1+1"],
    ])
  })
})
