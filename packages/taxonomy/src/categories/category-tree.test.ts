import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import {
  categoryLabel,
  categoryNode,
  categoryTree,
  childCategories,
  cpvCode,
  nearestCategory,
  parentCategory,
} from './category-tree.ts'

const nodes = [...categoryTree().values()]
const official = new URL('../../../../../shared/data/codelists/cpv2008.en.pt.json.gz', import.meta.url)
type OfficialRow = { readonly code: string; readonly en: string; readonly pt: string | null }

test('the skeleton holds 45 divisions and 272 groups, each once', () => {
  expect(nodes.filter((node) => node.level === 1)).toHaveLength(45)
  expect(nodes.filter((node) => node.level === 2)).toHaveLength(272)
  expect(new Set(nodes.map((node) => node.code.code)).size).toBe(nodes.length)
})

test('every category has an eight-digit code and a name in both languages', () => {
  for (const node of nodes) {
    expect(node.code).toEqual({ scheme: 'CPV', code: expect.stringMatching(/^\d{8}$/) })
    expect([node.digits, node.en.length > 2, node.es.length > 2]).toEqual([node.digits, true, true])
    expect(categoryNode(node.code)).toBe(node)
  }
})

test('every category but a division has its parent in the skeleton', () => {
  for (const node of nodes)
    expect(parentCategory(node)?.digits ?? null).toBe(node.level === 1 ? null : node.digits.slice(0, -1))
})

test('children are the categories directly below, and the divisions below nothing', () => {
  const chemicals = categoryNode(cpvCode('24'))
  expect(childCategories(chemicals).map((node) => node.digits)).toEqual([
    '241',
    '242',
    '243',
    '244',
    '245',
    '246',
    '249',
  ])
  expect(childCategories(null)).toHaveLength(45)
})

test('a code below the skeleton takes the name of the nearest category above it', () => {
  expect(nearestCategory({ scheme: 'CPV', code: '24951234' })?.digits).toBe('2495')
  expect(categoryLabel({ scheme: 'CPV', code: '03111100' }, 'es')).toBe('Cultivos extensivos, semillas y fibras')
  expect(categoryLabel({ scheme: 'CPV', code: '03111100' }, 'en')).toBe('Field crops, seeds and fibres')
})

test('a code of another scheme or of no division is shown bare', () => {
  expect(categoryLabel({ scheme: 'NACE', code: '01.11' }, 'en')).toBe('NACE 01.11')
  expect(categoryLabel({ scheme: 'CPV', code: '99000000' }, 'en')).toBe('CPV 99000000')
})

test.skipIf(!existsSync(official))('every code exists in the official list and no name is copied from it', () => {
  const rows: readonly OfficialRow[] = JSON.parse(gunzipSync(readFileSync(official)).toString('utf8'))
  const byCode = new Map(rows.map((row) => [row.code.slice(0, 8), row]))
  expect(nodes.filter((node) => !byCode.has(node.code.code))).toEqual([])
  const copied = nodes.filter((node) => {
    const row = byCode.get(node.code.code)
    return (
      row !== undefined &&
      (row.en.toLowerCase() === node.en.toLowerCase() || row.pt?.toLowerCase() === node.es.toLowerCase())
    )
  })
  expect(copied).toEqual([])
})
