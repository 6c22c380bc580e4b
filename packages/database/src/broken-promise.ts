/** Which promise of the tables a write would have broken: Postgres's code of the error, and the constraint's name where it has one. */
export function brokenPromise(error: unknown): { readonly code?: string; readonly constraint?: string } {
  const told = ((error as { cause?: unknown } | null)?.cause ?? error) as {
    code?: string
    constraint_name?: string
  } | null
  const { code, constraint_name: constraint } = told ?? {}
  return { ...(code === undefined ? {} : { code }), ...(constraint === undefined ? {} : { constraint }) }
}
