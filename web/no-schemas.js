/**
 * Stands in for zod/mini in the browser's bundle: there the contracts' schemas only give types, and the server
 * alone checks. Leaving them out saves about 12 KiB gzip on every page.
 */
/** @type {() => unknown} */
const schema = new Proxy(() => schema, {
  get: (_target, name) => {
    if (/parse/i.test(String(name))) throw new Error('The browser carries no schemas: let the server check.')
    return schema
  },
})

// One line for each builder that the contracts use; the build names the one that is missing.
export {
  schema as _default,
  schema as array,
  schema as boolean,
  schema as coerce,
  schema as discriminatedUnion,
  schema as enum,
  schema as extend,
  schema as gte,
  schema as int,
  schema as iso,
  schema as literal,
  schema as lte,
  schema as maxLength,
  schema as minLength,
  schema as null,
  schema as nullable,
  schema as number,
  schema as object,
  schema as omit,
  schema as optional,
  schema as partial,
  schema as partialRecord,
  schema as pipe,
  schema as prefault,
  schema as record,
  schema as refine,
  schema as regex,
  schema as string,
  schema as toJSONSchema,
  schema as toLowerCase,
  schema as transform,
  schema as trim,
  schema as tuple,
  schema as union,
}
