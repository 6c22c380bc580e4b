import * as fc from 'fast-check'

type Schema = {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}
/** What the fuzzer reads of an operation of the OpenAPI document. */
export type Operation = {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: 'path' | 'query'; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}
/** One request as it goes over the wire. */
export type Shot = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | undefined
}

const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
/** Texts of JSON values that honest clients never send, in place of any value. */
const nasties: readonly string[] = [
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udfff tail"',
  '"\\u202e\\u200b"',
  '1e308',
  '-1e308',
  '1e999',
  '9007199254740993',
  '2147483648',
  '-1',
  '0.1',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '"   "',
  `"${'x'.repeat(100_000)}"`,
  deep,
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"$gt":""}',
  '"\'; drop table needs; --"',
  '"%s%n{{7*7}}${7*7}"',
  '[null,null]',
  '"0190a000-0000-7000-8000-000000000000"',
  '"9999-99-99"',
  '"2026-02-30"',
]
/** Pieces of an address that honest clients never send, already encoded. */
const nastyPieces: readonly string[] = [
  '%00',
  'a%00b',
  '%ff%fe',
  '%ED%A0%80',
  '%',
  '%zz',
  '..%2f..%2fetc',
  'null',
  '-1',
  '1e999',
  '99999999999999999999',
  '%5B%5D',
  '%27%3B--',
  'x'.repeat(300),
  'eyJpZCI6IlwwMDAwIn0',
  'eyJjcmVhdGVkQXQiOiJub3ciLCJpZCI6IngifQ',
  'eyJjcmVhdGVkQXQiOiJcdTAwMDAiLCJpZCI6Ilx1MDAwMCJ9',
  'eyJzY29yZSI6MWU5OTksIm5lZWRJZCI6InoifQ',
  'AAAA',
]
const hostileHeaders: readonly Readonly<Record<string, string>>[] = [
  {},
  {},
  {},
  {},
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/xml' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'nonsense' },
  { 'idempotency-key': ' ' },
  { 'idempotency-key': 'k'.repeat(5000) },
  { 'idempotency-key': 'the same for all' },
  { date: 'Sun, 01 Jan 2006 00:00:00 GMT' },
  { origin: 'https://evil.example' },
]

const stringOf = (schema: Schema, ids: readonly string[]): fc.Arbitrary<string> => {
  const { pattern = '', minLength = 0, maxLength = 40 } = schema
  if (pattern.startsWith('^[0-9a-f]{8}-')) return fc.constantFrom(...ids)
  const words = fc.constantFrom('CL', 'USD', 'en', '2027-05-01', 'CPV 249', 'pumps', 'name@example.org', '24951000')
  const free = fc.string({ minLength, maxLength: Math.min(Math.max(minLength, maxLength), 60) })
  if (pattern === '' || pattern.includes('\\p{')) return fc.oneof(words, free)
  return fc.oneof(words, fc.stringMatching(new RegExp(pattern)))
}

/** Values that meet a JSON Schema, or nearly; ids are those of the world under test. */
function valueOf(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const { type } = schema
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either !== undefined) return fc.oneof(...either.map((one) => valueOf(one, ids)))
  if (type === 'object') {
    const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, valueOf(field, ids)])
    return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: [...(schema.required ?? [])],
    })
  }
  if (type === 'array') return fc.array(valueOf(schema.items ?? {}, ids), { maxLength: 3 })
  if (type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 1e9) })
  if (type === 'number') return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000, noNaN: true })
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  return stringOf(schema, ids)
}

/** The places of a value, each as the keys that lead there. */
const placesOf = (value: unknown): string[][] =>
  typeof value === 'object' && value !== null
    ? [[], ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner).map((rest) => [key, ...rest]))]
    : [[]]

/** The JSON of a value with `text` at one place; a text that is no value of JavaScript's gets through this way. */
function jsonWith(value: unknown, place: readonly string[], text: string): string {
  const [key, ...rest] = place
  if (key === undefined) return text
  const inside = (name: string, inner: unknown): string =>
    name === key ? jsonWith(inner, rest, text) : (JSON.stringify(inner) ?? 'null')
  if (Array.isArray(value)) return `[${value.map((inner, n) => inside(String(n), inner)).join(',')}]`
  return `{${Object.entries(value as object)
    .map(([name, inner]) => `${JSON.stringify(name)}:${inside(name, inner)}`)
    .join(',')}}`
}

const broken = ['{', '', '{"a":}', 'null', '[]', '"text"', '\u0000', `{"unknown":1}`, deep, '{"a":1}{"b":2}']
const bodyOf = (schema: Schema, ids: readonly string[]): fc.Arbitrary<string> => {
  const value = valueOf(schema, ids)
  const mutated = fc
    .tuple(value, fc.nat(), fc.constantFrom(...nasties))
    .map(([base, n, text]) => jsonWith(base, placesOf(base)[n % placesOf(base).length] ?? [], text))
  const widened = fc
    .tuple(value, fc.constantFrom('unknown', '__proto__', 'constructor', 'id', 'organisationId'))
    .map(([base, name]) => `{${JSON.stringify(name)}:{"a":1},${JSON.stringify(base).slice(1)}`)
  return fc.oneof(
    { weight: 3, arbitrary: value.map((base) => JSON.stringify(base)) },
    { weight: 6, arbitrary: mutated },
    { weight: 1, arbitrary: widened },
    { weight: 1, arbitrary: fc.constantFrom(...broken) },
  )
}

const pieceOf = (schema: Schema, ids: readonly string[], badly: number): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: valueOf(schema, ids).map((value) => encodeURIComponent(Buffer.from(String(value)).toString())),
    },
    { weight: badly, arbitrary: fc.constantFrom(...nastyPieces) },
  )

/** Requests to one operation, from nearly right to hostile. */
export function shotsAt(path: string, operation: Operation, ids: readonly string[]): fc.Arbitrary<Shot> {
  const named = (where: 'path' | 'query', badly: number) =>
    fc.record(
      Object.fromEntries(
        (operation.parameters ?? [])
          .filter((one) => one.in === where)
          .map((one) => [one.name, pieceOf(one.schema, ids, badly)]),
      ),
      where === 'path' ? {} : { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, string>>
  const schema = operation.requestBody?.content['application/json']?.schema
  const body: fc.Arbitrary<string | undefined> =
    schema === undefined ? fc.constantFrom(undefined, ...broken) : bodyOf(schema, ids)
  return fc
    .tuple(named('path', 1), named('query', 3), body, fc.constantFrom(...hostileHeaders))
    .map(([params, query, payload, headers]) => {
      const at = path.replace(/\{(\w+)\}/g, (_all, name: string) => params[name] ?? '')
      const asked = Object.entries(query).map(([name, value]) => `${name}=${value}`)
      const hasBody = payload !== undefined && (schema !== undefined || headers['content-type'] !== undefined)
      return {
        url: asked.length === 0 ? at : `${at}?${asked.join('&')}`,
        headers: { ...(hasBody ? { 'content-type': 'application/json' } : {}), ...headers },
        payload: hasBody ? payload : undefined,
      }
    })
}
