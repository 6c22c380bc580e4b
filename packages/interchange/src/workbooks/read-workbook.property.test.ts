import { buffer } from 'node:stream/consumers'

import fc from 'fast-check'
import { expect, it } from 'vitest'

import { Problem } from '@enlace/domain'

import { rawWorkbook } from '../../test/raw-workbook.ts'
import { readRows } from '../files/read-rows.ts'
import type { SheetCell } from './sheet-cell.ts'
import { writeWorkbook } from './write-workbook.ts'

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly [number, Readonly<Record<string, unknown>>])[]> {
  const { rows } = await readRows(
    (async function* () {
      yield bytes
    })(),
  )
  const all: (readonly [number, Readonly<Record<string, unknown>>])[] = []
  for await (const row of rows) if ('value' in row) all.push([row.row, row.value])
  return all
}

it('whatever is broken in a workbook, it is read or refused with a code', async () => {
  const text = '<c r="A1" t="inlineStr"><is><t>name</t></is></c>'
  const shared = '<c r="A2" t="s"><v>0</v></c>'
  const bytes = await rawWorkbook({
    sheets: [`<row r="1">${text}</row><row r="2">${shared}</row>`],
    strings: '<si><t>A</t></si>',
  })
  expect(await rowsOf(bytes)).toEqual([[2, { name: 'A' }]])
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (flips) => {
        const broken = Buffer.from(bytes)
        for (const [at, byte] of flips) broken[at] = byte
        const outcome = await rowsOf(broken).then(
          () => 'read',
          (error: unknown) => (error instanceof Problem ? 'refused' : error),
        )
        expect(['read', 'refused']).toContain(outcome)
      },
    ),
    { numRuns: 400 },
  )
})

it('whatever text is written is read as it was, and never as a formula', async () => {
  const cell = fc.string({ unit: 'binary', maxLength: 40 }).filter((said) => said.trim() !== '')
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (texts) => {
      const rows: readonly (readonly SheetCell[])[] = texts.map((said) => [said])
      const bytes = await buffer(writeWorkbook([{ name: 'list', headings: ['x'], batches: [rows] }]))
      const read = (await rowsOf(bytes)).map(([, { x }]) => String(x))
      expect(read).toEqual(texts.map((said) => (/^'*[=+\-@\t\r]/.test(said) ? `'${said}` : said).toWellFormed()))
    }),
    { numRuns: 60 },
  )
})
