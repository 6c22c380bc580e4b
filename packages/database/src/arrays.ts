import { sql, type SQL } from 'drizzle-orm'

/** Array parameters as one Postgres array literal each, so that a statement's text does not depend on their length. */
const literal = (values: readonly string[]): string => `{${values.join(',')}}`

export const uuids = (values: readonly string[]): SQL => sql`${literal(values)}::uuid[]`
/** To be cast to the kind of number that is meant. */
export const numbers = (values: readonly number[]): SQL => sql`${literal(values.map(String))}`
export const bigints = (values: readonly number[]): SQL => sql`${numbers(values)}::bigint[]`
export const texts = (values: readonly string[]): SQL =>
  sql`${literal(values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`))}::text[]`
