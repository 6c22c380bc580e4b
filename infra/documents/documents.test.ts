import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { endpoints } from '@enlace/contracts'
import { describe, expect, it } from 'vitest'

import { documents } from './documents.ts'

const root = join(import.meta.dirname, '../..')

describe('an interface document in docs/', () => {
  it.each(documents())('$path is what the contracts say now', ({ path, text }) => {
    expect(readFileSync(join(root, path), 'utf8') === text, `${path} is out of date: run "pnpm docs:api"`).toBe(true)
  })

  it('refers to no shape that it does not hold', () => {
    const [openapi] = documents()
    const referred = [...(openapi?.text ?? '').matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    const { components } = JSON.parse(openapi?.text ?? '') as { components: { schemas: Record<string, unknown> } }
    expect([...new Set(referred)].toSorted()).toEqual(Object.keys(components.schemas).toSorted())
    expect(referred.length).toBeGreaterThan(500)
  })

  it('holds every operation once, each with its refusals', () => {
    const [openapi] = documents()
    const { paths } = JSON.parse(openapi?.text ?? '') as {
      paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>
    }
    const operations = Object.values(paths).flatMap((path) => Object.values(path))
    expect(operations.map((one) => one.operationId).toSorted()).toEqual(endpoints.map((one) => one.name).toSorted())
    expect(operations.filter((one) => one.responses['503'] === undefined)).toEqual([])
  })
})
