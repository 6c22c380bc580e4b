import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { fingerprint } from './fingerprint.mjs'
import { root } from './folders.mjs'

const folder = mkdtempSync(join(tmpdir(), 'enlace-fingerprint-'))
const source = join(folder, 'src/one.ts')
const now = (): string => fingerprint([relative(root, folder)])

beforeEach(() => {
  mkdirSync(join(folder, 'src/dist'), { recursive: true })
  writeFileSync(source, 'export const one = 1')
})
afterAll(() => rmSync(folder, { recursive: true }))

it('a changed source changes the fingerprint, also at the same length', () => {
  const before = now()
  writeFileSync(source, 'export const one = 2')
  expect(now()).not.toBe(before)
})

it('a moved source changes the fingerprint', () => {
  const before = now()
  rmSync(source)
  writeFileSync(join(folder, 'src/two.ts'), 'export const one = 1')
  expect(now()).not.toBe(before)
})

it('a touched source, a built file, a hidden file and a page leave it as it is', () => {
  const before = now()
  utimesSync(source, 1, 1)
  for (const name of ['src/dist/one.js', '.meta.json', 'README.md']) writeFileSync(join(folder, name), 'x')
  expect(now()).toBe(before)
})
