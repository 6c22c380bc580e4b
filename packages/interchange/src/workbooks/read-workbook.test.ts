import { gzipSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { Problem } from '@enlace/domain'

import { rawWorkbook, zipOf } from '../../test/raw-workbook.ts'
import { readRows } from '../files/read-rows.ts'

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}
async function rowsOf(bytes: Uint8Array, limit?: number): Promise<unknown[]> {
  const { rows } = await readRows(pieces(bytes), limit)
  const all: unknown[] = []
  for await (const row of rows) all.push([row.row, 'value' in row ? row.value : `${row.fault.path} ${row.fault.code}`])
  return all
}
const refusal = (bytes: Uint8Array, limit?: number): Promise<string> =>
  rowsOf(bytes, limit).then(
    () => 'read',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )

const text = (reference: string, said: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${said}</t></is></c>`
const heading = `<row r="1">${text('A1', 'name')}${text('B1', 'staff')}</row>`
/** What a workbook of one column reads in its rows below the heading. */
const column = async (cells: readonly string[], parts: object = {}): Promise<unknown[]> => {
  const rows = cells.map((cell, at) => `<row r="${at + 2}">${cell.replace('<c', `<c r="A${at + 2}"`)}</row>`).join('')
  const bytes = await rawWorkbook({ sheets: [`<row r="1">${text('A1', 'x')}</row>${rows}`], ...parts })
  return (await rowsOf(bytes)).map((row) => {
    const [, said] = row as [number, string | { x: string }]
    return typeof said === 'string' ? said : said.x
  })
}

describe('a workbook', () => {
  it('is read by the headings in row 1, rows numbered as a spreadsheet shows them, empty ones passed over', async () => {
    const bytes = await rawWorkbook({
      sheets: [
        `${heading}<row r="2">${text('A2', 'A')}<c r="B2"><v>12</v></c></row><row r="3"><c r="A3" s="1"/></row>` +
          `<row r="7">${text('A7', 'B')}</row>`,
      ],
    })
    expect(await rowsOf(bytes)).toEqual([
      [2, { name: 'A', staff: '12' }],
      [7, { name: 'B', staff: '' }],
    ])
    expect(await rowsOf(gzipSync(bytes))).toHaveLength(2)
  })

  it('has shared texts, drawn in parts, without how they are pronounced', async () => {
    const strings =
      '<si><t>Muñoz</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Two </t></r><r><t>parts</t></r>' +
      '<rPh sb="0" eb="1"><t>tu</t></rPh></si><si><t>a_x000D_b &amp; c</t></si>'
    expect(
      await column(
        ['0', '1', '2'].map((at) => `<c t="s"><v>${at}</v></c>`),
        { strings },
      ),
    ).toEqual(['Muñoz', 'Two parts', 'a\rb & c'])
  })

  it('says of numbers what they show: percentages, leading zeros, fifteen digits', async () => {
    const formats = ['0.0%', '00000000', '#,##0.00 &quot;days&quot;', '[Red]0']
    const cells = [
      '<c s="1"><v>7.0000000000000007E-2</v></c>',
      '<c s="2"><v>3000000</v></c>',
      '<c s="3"><v>0.30000000000000004</v></c>',
      '<c s="4"><v>-5</v></c>',
      '<c><v>1E+3</v></c>',
    ]
    expect(await column(cells, { formats })).toEqual(['7%', '03000000', '0.3', '-5', '1000'])
  })

  it('says days, times and both of the 1900 system, leap day that never was and all', async () => {
    const formats = ['dd/mm/yyyy', 'h:mm', 'yyyy\\-mm\\-dd hh:mm:ss', '[$-409]d\\ mmm']
    const cells = [
      '1:46387',
      '1:1',
      '1:59',
      '1:61',
      '2:0.75',
      '3:46387.604166666664',
      '3:46387',
      '4:46387.9',
      '5:46387',
    ]
    const written = cells.map((cell) => cell.split(':')).map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`)
    expect(await column(written, { formats })).toEqual([
      ...['2026-12-31', '1900-01-01', '1900-02-28', '1900-03-01', '18:00', '2026-12-31 14:30'],
      ...['2026-12-31', '2026-12-31', '2026-12-31'],
    ])
  })

  it('says days of the 1904 system, and days that are written out', async () => {
    const cells = ['<c s="1"><v>44925</v></c>', '<c t="d"><v>2026-12-31T00:00:00</v></c>']
    expect(await column(cells, { formats: ['d.m.yy'], properties: 'date1904="1"' })).toEqual([
      '2026-12-31',
      '2026-12-31',
    ])
  })

  it('says truths, what formulas were worked out to, and texts that look like formulas as CSV does', async () => {
    const cells = [
      '<c t="b"><v>1</v></c>',
      '<c t="b"><f>1=2</f><v>0</v></c>',
      '<c><f>6*7</f><v>42</v></c>',
      '<c t="str"><f>A2&amp;"!"</f><v>Hi!</v></c>',
      '<c t="inlineStr"><is><t>=1+1</t></is></c>',
    ]
    expect(await column(cells)).toEqual(['true', 'false', '42', 'Hi!', "'=1+1"])
  })

  it('tells by row of formulas in error or never worked out, and of cells without a heading', async () => {
    const bytes = await rawWorkbook({
      sheets: [
        `${heading}<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="3"><c r="A3"><f>NOW()</f></c></row>` +
          `<row r="4">${text('AB4', 'x')}</row><row r="5">${text('A5', 'B')}</row>`,
      ],
    })
    expect(await rowsOf(bytes)).toEqual([
      [2, 'staff cell-error'],
      [3, 'name cell-uncounted'],
      [4, 'AB cell-unheaded'],
      [5, { name: 'B', staff: '' }],
    ])
  })

  it('is read where its first sheet with content is, hidden ones being none', async () => {
    const row = (name: string): string => `<row r="2">${text('A2', name)}</row>`
    const sheets = [
      '',
      { data: heading + row('hidden'), state: 'hidden' },
      heading + row('seen'),
      heading + row('later'),
    ]
    expect(await rowsOf(await rawWorkbook({ sheets }))).toEqual([[2, { name: 'seen', staff: '' }]])
  })

  it('without references, with prefixes of its own, is read by the order of its cells', async () => {
    const sheet =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>name</x:t></x:is></x:c>' +
      '</x:row><x:row><x:c t="str"><x:v>A</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const bytes = await rawWorkbook({ sheets: [''], more: { 'xl/worksheets/sheet0.xml': sheet } })
    expect(await rowsOf(bytes)).toEqual([[2, { name: 'A' }]])
  })

  it('with a row of more than a million characters tells so and goes on', async () => {
    const strings = `<si><t>${'x'.repeat(600_000)}</t></si>`
    const long = '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>0</v></c>'
    const bytes = await rawWorkbook({
      sheets: [`${heading}<row r="2">${long}</row><row r="3">${text('A3', 'B')}</row>`],
      strings,
    })
    expect(await rowsOf(bytes)).toEqual([
      [2, 'staff row-long'],
      [3, { name: 'B', staff: '' }],
    ])
  })
})

describe('refused is', () => {
  const good = `${heading}<row r="2">${text('A2', 'A')}</row>`
  const sheetOf = (sheet: string) => rawWorkbook({ sheets: [''], more: { 'xl/worksheets/sheet0.xml': sheet } })
  const ole = (rest: string): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(rest, 'utf16le')])

  it('nothing of a good one', async () => {
    expect(await refusal(await rawWorkbook({ sheets: [good] }))).toBe('read')
  })
  it('a zip that is no workbook', async () => {
    expect(await refusal(await zipOf({ 'notes.txt': 'hello' }))).toBe('workbook.damaged')
  })
  it('a letter', async () => {
    const rels =
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
    const letter = await zipOf({
      '_rels/.rels': rels,
      'word/document.xml': '<document/>',
      'word/_rels/document.xml.rels': '<Relationships/>',
    })
    expect(await refusal(letter)).toBe('workbook.damaged')
  })
  it('one with a password', async () => {
    expect(await refusal(ole('EncryptedPackage'))).toBe('workbook.closed')
  })
  it('one of the old kind, .xls', async () => {
    expect(await refusal(ole('Workbook'))).toBe('workbook.closed')
  })
  it('one whose entries are encrypted', async () => {
    const bytes = await rawWorkbook({ sheets: [good] })
    for (let at = 0; (at = bytes.indexOf('PK\u0001\u0002', at)) >= 0; at += 4) bytes.writeUInt16LE(1, at + 8)
    expect(await refusal(bytes)).toBe('workbook.closed')
  })
  it('one that unfolds to too much, before it is unfolded', async () => {
    const bomb = await rawWorkbook({ sheets: [good + '<row/>'.repeat(2_000_000)] })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusal(bomb, 10_000_000)).toBe('workbook.swells')
  })
  it('one that unfolds to more than it says', async () => {
    const bytes = await rawWorkbook({ sheets: [good + '<row/>'.repeat(200_000)] })
    for (let at = 0; (at = bytes.indexOf('PK\u0001\u0002', at)) >= 0; at += 4)
      if (bytes.readUInt32LE(at + 24) > 1_000_000) bytes.writeUInt32LE(500_000, at + 24)
    expect(await refusal(bytes, 1_000_000)).toBe('workbook.damaged')
  })
  it('one that was cut off', async () => {
    const bytes = await rawWorkbook({ sheets: [good] })
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(await refusal(bytes.subarray(0, bytes.length * share))).toBe('workbook.damaged')
  })
  it('one that declares entities, its own or from elsewhere', async () => {
    for (const entity of ['"aaaa"', 'SYSTEM "file:///etc/passwd"'])
      expect(
        await refusal(
          await sheetOf(`<!DOCTYPE w [<!ENTITY e ${entity}>]><worksheet><row><c><v>&e;</v></c></row></worksheet>`),
        ),
      ).toBe('workbook.damaged')
  })
  it.each([
    ['no XML', 'rows'],
    ['XML that ends too soon', '<worksheet><sheetData><row>'],
    ['elements in each other without end', '<a>'.repeat(5000)],
    ['a text without end', `<a>${'x'.repeat(3_000_000)}`],
    ['an unknown text', '<worksheet><row><c t="s"><v>7</v></c></row></worksheet>'],
    ['a row beyond the last', '<worksheet><row r="1048577"><c><v>7</v></c></row></worksheet>'],
    ['a row that is no number', '<worksheet><row r="x"><c><v>7</v></c></row></worksheet>'],
    ['rows that go back', `<worksheet>${good}<row r="2"><c r="A2"><v>7</v></c></row></worksheet>`],
    ['a column beyond the last', '<worksheet><row r="1"><c r="XFE1"><v>7</v></c></row></worksheet>'],
  ])('a sheet with %s', async (_, sheet) => {
    expect(await refusal(await sheetOf(sheet))).toBe('workbook.damaged')
  })
  it.each([
    ['no sheet with content', ''],
    ['no headings in row 1', `<row r="2">${text('A2', 'name')}</row>`],
  ])('one with %s', async (_, sheet) => {
    expect(await refusal(await rawWorkbook({ sheets: [sheet] }))).toBe('workbook.headings')
  })
})
