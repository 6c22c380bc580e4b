import * as z from 'zod/mini'

export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * A schema in JSON Schema 2020-12, as it is sent (`input`) or received (`output`). An id is a checked string that the
 * compiler calls by another name, so both sides show the string.
 */
export function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: shown }) => {
      const def = zodSchema._zod.def
      if (def.type === 'pipe' && io === 'output')
        Object.assign(shown, jsonSchema((def as unknown as { in: z.ZodMiniType }).in, 'input'))
    },
  })
  return rest
}
