/** A Postgres timestamptz text as ISO 8601 in UTC. */
export const toInstant = (value: string): string => new Date(value).toISOString()
export const toInstantOrNull = (value: string | null): string | null => (value === null ? null : toInstant(value))
