import { buffer } from 'node:stream/consumers'

import { expect, it } from 'vitest'

import { byHeading } from '../cells/column.ts'
import { readRows } from '../files/read-rows.ts'
import { needColumns } from '../needs/need-columns.ts'
import { readNeed } from '../needs/read-need.ts'
import { supplierColumns } from '../suppliers/supplier-columns.ts'
import { readSupplier } from '../suppliers/read-supplier.ts'
import { writeWorkbook } from '../workbooks/write-workbook.ts'
import { templateSheets } from './template-sheets.ts'

const kinds = ['suppliers', 'needs', 'participants'] as const

async function exampleOf(what: (typeof kinds)[number]): Promise<Readonly<Record<string, unknown>>> {
  const bytes = await buffer(writeWorkbook(templateSheets(what, 'en')))
  const { rows } = await readRows(
    (async function* () {
      yield bytes
    })(),
  )
  for await (const row of rows) if ('value' in row) return row.value
  throw new Error('there is no example')
}

it.each(kinds)('every column of %s is explained in both languages, each in its own words', (what) => {
  for (const language of ['en', 'es'] as const) {
    const [list, columns] = templateSheets(what, language)
    const lines = [...((columns?.batches ?? []) as Iterable<readonly (readonly unknown[])[]>)].flat()
    const explained = lines.filter(([heading]) => typeof heading === 'string' && heading !== '')
    expect(explained.map(([heading]) => heading)).toEqual(list?.headings)
    expect(explained.filter(([, means]) => typeof means !== 'string' || means === '')).toEqual([])
  }
  const means = (language: 'en' | 'es') => JSON.stringify(templateSheets(what, language)[1])
  expect(means('es')).not.toBe(means('en'))
})

it('the example of a supplier is a good row, all of its columns known', async () => {
  const value = await exampleOf('suppliers')
  expect(
    Object.keys(value).filter((heading) => !byHeading(supplierColumns).has(heading.replace(/[^a-z]/g, ''))),
  ).toEqual([])
  expect(readSupplier('table', value, null)).toMatchObject({
    item: {
      name: 'Molino del Valle',
      taxId: '76.543.210-3',
      content: { facts: { staff: 24, foundedYear: 1998, exportCountries: ['PE', 'BO'] } },
    },
    notes: [],
  })
})

it('the example of a need is a good row, its days ahead', async () => {
  const value = await exampleOf('needs')
  const today = new Date().toISOString().slice(0, 10)
  expect(Object.keys(value)).toHaveLength(needColumns.length)
  expect(readNeed('table', value, { country: null, today })).toMatchObject({
    item: { buyer: { name: 'Minera del Norte' }, content: { volume: { value: 4, unit: 't', per: 'month' } } },
    notes: [],
  })
})
