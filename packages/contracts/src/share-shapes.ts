import type * as z from 'zod/mini'

import { jsonSchema, type JsonSchema } from './json-schema.ts'

/** From how many characters on a shape is worth a place of its own. */
const worthSharing = 200
type Named = readonly [name: string, shape: z.ZodMiniType]
type Shared = { readonly document: JsonSchema; readonly schemas: Readonly<Record<string, JsonSchema>> }

/**
 * The document with each shape that has a name written once, under `#/components/schemas/`, and referred to wherever it
 * stood; a shape that is received otherwise than it is sent is two. Throws where
 * two shapes have one name.
 */
export function shareShapes(document: JsonSchema, named: readonly Named[]): Shared {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const [name, shape] of named)
    for (const io of ['output', 'input'] as const) {
      const text = JSON.stringify(jsonSchema(shape, io))
      if (text.length < worthSharing || names.has(text)) continue
      const whole = name.replace(/^./, (letter) => letter.toUpperCase()) + (io === 'input' ? 'Input' : '')
      if (taken.has(whole)) throw new Error(`two shapes are called ${whole}`)
      taken.add(whole)
      names.set(text, whole)
    }
  const schemas: Record<string, JsonSchema> = {}
  const share = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const name = names.get(JSON.stringify(value))
    if (name === undefined) return within(value)
    if (schemas[name] === undefined) {
      // Taken before it is looked into, so that one that holds itself ends.
      schemas[name] = {}
      schemas[name] = within(value) as JsonSchema
    }
    return { $ref: `#/components/schemas/${name}` }
  }
  const within = (value: object): unknown =>
    Array.isArray(value)
      ? value.map(share)
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, share(item)]))
  const shared = within(document) as JsonSchema
  return {
    document: shared,
    schemas: Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}
