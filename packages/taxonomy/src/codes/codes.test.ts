import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCpvCodes } from './cpv-codes.ts'
import { parseHsCodes, type HsRecord } from './hs-codes.ts'
import { jsonElements } from './json-array.ts'
import { parseNaceCodes } from './nace-codes.ts'
import { parseNaicsCodes } from './naics-codes.ts'
import { gatherCodes, type CodeRow } from './official-code.ts'
import { turtleText } from './turtle.ts'

const rowsOf = async (rows: AsyncIterable<CodeRow>): Promise<CodeRow[]> => {
  const list: CodeRow[] = []
  for await (const row of rows) list.push(row)
  return list
}
/** The text in pieces of the given length, as a stream would bring it. */
const pieces = (text: string, length: number): string[] => text.match(new RegExp(`[\\s\\S]{1,${length}}`, 'g')) ?? []

const cpv =
  '[{"code":"10000000-1","en":"Things","pt":null},\n {"code":"10110000-2","en":"Small \\"things\\", {sorted]","pt":"Coisas"}, {"code":"10112000-3","en":"Tiny things"}]'

test('CPV is read to its parent, the nearest level that the list holds', async () => {
  const { codes, faults } = await gatherCodes(parseCpvCodes([cpv]))
  expect(faults).toEqual([])
  expect(codes).toEqual([
    { scheme: 'CPV', code: '10000000', labels: { en: 'Things' }, parent: null, level: 1 },
    {
      scheme: 'CPV',
      code: '10110000',
      labels: { en: 'Small "things", {sorted]', pt: 'Coisas' },
      parent: '10000000',
      level: 3,
    },
    { scheme: 'CPV', code: '10112000', labels: { en: 'Tiny things' }, parent: '10110000', level: 4 },
  ])
})

test('CPV reads the same in pieces of any length', async () => {
  const whole = await rowsOf(parseCpvCodes([cpv]))
  for (let length = 1; length < 40; length += 1) expect(await rowsOf(parseCpvCodes(pieces(cpv, length)))).toEqual(whole)
})

test('a bad CPV row is told with its number and costs only itself', async () => {
  const rows = await rowsOf(
    parseCpvCodes([
      '[{"code":"10000000-1","en":"A"},{"code":"1x","en":"B"},{"code":"11000000-2"},{"code":"12000000-1","en":"C" "D"},{"code":"13000000-0","en":"E"}]',
    ]),
  )
  expect(rows.map((row) => ('fault' in row ? `${row.row} ${row.fault}` : row.code.code))).toEqual([
    '10000000',
    '2 "1x" is not a CPV code: eight digits, then a hyphen and a check digit.',
    '3 The code 11000000 has no label in any language.',
    '4 This is not valid JSON.',
    '13000000',
  ])
})

test.each(['', '[', '{"code":1}', '[1,2]', '[{"a":1}', '[{"a":1}]]', '[{"a":1}][{"a":1}]', 'null'])(
  'a file that is no JSON array of objects is refused: %s',
  async (text) => {
    await expect(rowsOf(parseCpvCodes([text]))).rejects.toThrow(/the list|row/)
  },
)

test('any JSON array of objects is cut into its elements, however it arrives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 50 }),
      async (values, length) => {
        const texts: unknown[] = []
        for await (const { text } of jsonElements(pieces(JSON.stringify(values, null, 1), length)))
          texts.push(JSON.parse(text))
        expect(texts).toEqual(JSON.parse(JSON.stringify(values)))
      },
    ),
    { numRuns: 60 },
  )
})

const nace = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
# a note. with full stops.
nace: rdf:type skos:ConceptScheme .

nace:Q rdf:type skos:Concept ;
  skos:notation "Q" ; ebg:level 1 ;
  skos:prefLabel "MAKING OF THINGS"@en .

nace:97.1 rdf:type skos:Concept ;
  skos:notation "97.1" ;
  skos:broader nace:Q ; ebg:level 3 ;
  skos:prefLabel "Making of \\"small\\" things. And more"@en , "Haceres"@es ;
  skos:scopeNote "This is a note.\\nIt ends; here."@en .

nace:x rdf:type skos:Concept ; skos:notation "x" ; skos:prefLabel "No"@en ; ebg:level 2 .
`

test('NACE is read statement by statement, with labels by language and the line of what is wrong', async () => {
  const { codes, faults } = await gatherCodes(parseNaceCodes([nace]))
  expect(codes).toEqual([
    { scheme: 'NACE', code: 'Q', labels: { en: 'Making of things' }, parent: null, level: 1 },
    {
      scheme: 'NACE',
      code: '97.1',
      labels: { en: 'Making of "small" things. And more', es: 'Haceres' },
      parent: 'Q',
      level: 3,
    },
  ])
  expect(faults).toEqual([
    {
      row: 15,
      message: '"x" is not a NACE code: a letter A to U, or two digits with one or two more after a full stop.',
    },
  ])
})

test('NACE reads the same in pieces of any length', async () => {
  const whole = await rowsOf(parseNaceCodes([nace]))
  for (let length = 1; length < 60; length += 1)
    expect(await rowsOf(parseNaceCodes(pieces(nace, length)))).toEqual(whole)
})

test('a Turtle file that breaks off is refused', async () => {
  await expect(rowsOf(parseNaceCodes([nace.slice(0, -4)]))).rejects.toThrow(
    'the statement of line 15 does not end with a full stop',
  )
})

test('escapes of Turtle are undone', () => {
  expect(turtleText(String.raw`"a\"b\\c\nd\u00e9"`)).toBe('a"b\\c\ndé')
})

const hs = (row: number, hscode: string, description: string, parent: string): HsRecord => ({
  row,
  fields: { hscode, description, parent, level: '' },
})

test('HS is read with its levels, and the line for everything is passed over', async () => {
  const { codes, faults } = await gatherCodes(
    parseHsCodes([
      hs(2, '99', 'Things', 'TOTAL'),
      hs(3, '9901', ' Small   things', '99'),
      hs(4, 'TOTAL', 'All', 'TOTAL'),
    ]),
  )
  expect(faults).toEqual([])
  expect(codes).toEqual([
    { scheme: 'HS', code: '99', labels: { en: 'Things' }, parent: null, level: 1 },
    { scheme: 'HS', code: '9901', labels: { en: 'Small things' }, parent: '99', level: 2 },
  ])
})

test('a code told twice, a missing parent and a wrong parent are faults with their rows', async () => {
  const { faults } = await gatherCodes(
    parseHsCodes([
      hs(2, '99', 'Things', 'TOTAL'),
      hs(3, '99', 'Things', 'TOTAL'),
      hs(4, '8801', 'Others', '88'),
      hs(5, '8802', 'Others', '99'),
      hs(6, '9', 'x', ''),
    ]),
  )
  expect(faults).toEqual([
    { row: 3, message: 'The code 99 stands in row 2 already.' },
    { row: 4, message: 'The code 8801 lies below 88, which the list does not hold.' },
    { row: 5, message: 'The code 8802 cannot lie below "99".' },
    { row: 6, message: '"9" is not an HS code: two, four or six digits.' },
  ])
})

test('NAICS sectors that span several digits are the parents of what begins with any of them', async () => {
  const { codes, faults } = await gatherCodes(
    parseNaicsCodes([
      { code: '31-33', title: 'Making' },
      { code: '321', title: 'Wood things' },
      { code: '3211', title: 'Sawn things' },
    ]),
  )
  expect(faults).toEqual([])
  expect(codes.map(({ code, parent, level }) => [code, parent, level])).toEqual([
    ['31-33', null, 1],
    ['321', '31-33', 2],
    ['3211', '321', 3],
  ])
})

const shared = new URL('../../../../../shared/data/codelists/', import.meta.url)
const unzipped = (name: string): string => gunzipSync(readFileSync(new URL(name, shared))).toString('utf8')

test.skipIf(!existsSync(shared))('the official CPV and NACE lists are read whole and without a fault', async () => {
  const cpvList = await gatherCodes(parseCpvCodes(pieces(unzipped('cpv2008.en.pt.json.gz'), 65_536)))
  expect([
    cpvList.codes.length,
    cpvList.codes.filter(({ level }) => level === 1).length,
    cpvList.codes.filter(({ labels }) => labels['pt'] !== undefined).length,
  ]).toEqual([9454, 45, 2211])
  expect(cpvList.faults).toEqual([])
  const naceList = await gatherCodes(parseNaceCodes(pieces(unzipped('nace_rev2.ttl.gz'), 65_536)))
  expect([1, 2, 3, 4].map((level) => naceList.codes.filter((code) => code.level === level).length)).toEqual([
    21, 88, 272, 615,
  ])
  expect(naceList.faults).toEqual([])
})
