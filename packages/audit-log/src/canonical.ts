/** What can be said in a log: JSON without undefined. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** The one text of a JSON value (RFC 8785): names in the order of their code units, no spaces. */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('JSON has no such number')
  if (typeof value === 'string' && /\p{Cs}/u.test(value)) throw new RangeError('half of a character is no text')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const fields = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .toSorted()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${fields.join(',')}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
