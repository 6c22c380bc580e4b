import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const web = join(import.meta.dirname, '..')
const contracts = join(web, '../packages/contracts/src')
const textsOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))

it('has every builder that a contract uses, so that no page breaks in the browser', () => {
  const standsIn = readFileSync(join(web, 'no-schemas.js'), 'utf8')
  const has = new Set([...standsIn.matchAll(/schema as (\w+),/g)].map(([, name]) => name))
  const uses = textsOf(contracts).flatMap((text) => [...text.matchAll(/\bz\.(\w+)\(/g)].map(([, name]) => name))
  expect(uses.length).toBeGreaterThan(100)
  expect([...new Set(uses)].filter((name) => !has.has(name))).toEqual([])
})
