import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { jsonSchema, type JsonSchema } from './json-schema.ts'
import { shareShapes } from './share-shapes.ts'

const long = { a: z.string(), b: z.string(), c: z.string(), d: z.string(), e: z.string(), f: z.string() }
const leaf = z.object(long)
const tree = z.object({ ...long, left: leaf, right: z.nullable(leaf) })
const whole: JsonSchema = {
  first: jsonSchema(tree, 'output'),
  second: [jsonSchema(leaf, 'output'), { type: 'string' }],
}

/** What the document was before its shapes were shared. */
const unfold = (value: unknown, schemas: Readonly<Record<string, JsonSchema>>): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => unfold(item, schemas))
  if ('$ref' in value) return unfold(schemas[String(value.$ref).replace('#/components/schemas/', '')], schemas)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unfold(item, schemas)]))
}

describe('shapes that have a name', () => {
  it('are written once, and say what the document said', () => {
    const { document, schemas } = shareShapes(whole, [
      ['tree', tree],
      ['leaf', leaf],
    ])
    expect(Object.keys(schemas)).toEqual(['Leaf', 'Tree'])
    expect(document).toEqual({
      first: { $ref: '#/components/schemas/Tree' },
      second: [{ $ref: '#/components/schemas/Leaf' }, { type: 'string' }],
    })
    expect(unfold(document, schemas)).toEqual(whole)
  })

  it('may not share one', () => {
    const other = z.object({ ...long, g: z.string() })
    expect(() =>
      shareShapes(whole, [
        ['leaf', leaf],
        ['leaf', other],
      ]),
    ).toThrow('two shapes are called Leaf')
  })
})
