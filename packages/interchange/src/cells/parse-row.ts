import * as z from 'zod/mini'

import type { FieldFault } from '@enlace/domain'

import type { Column } from './column.ts'

/** A row with a hundred faults has one: it is in the wrong columns. */
const faultsLimit = 5

const kinds: Readonly<Record<string, string>> = {
  string: 'Write text.',
  number: 'Write a number.',
  int: 'Write a whole number.',
  boolean: 'Write true or false.',
  array: 'Write a list.',
  object: 'Write an object with fields, or leave it empty.',
}

/** A sentence a person can act on, for rules that have none of their own. */
function wordsOf(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined
      ? 'This is missing.'
      : (kinds[String(issue['expected'])] ?? 'This has the wrong form.')
  if (issue.code === 'invalid_value' && Array.isArray(issue['values']))
    return `Use one of: ${issue['values'].map(String).join(', ')}.`
  if (issue.code === 'too_small')
    return issue['origin'] === 'string' ? 'This is missing.' : `Write ${String(issue['minimum'])} or more.`
  if (issue.code === 'too_big')
    return issue['origin'] === 'number' || issue['origin'] === 'int'
      ? `Write ${String(issue['maximum'])} or less.`
      : `This is too long: ${String(issue['maximum'])} is the most.`
  return 'This has the wrong form.'
}

const begins = (path: readonly PropertyKey[], start: readonly string[]): boolean =>
  start.every((key, index) => path[index] === key)

/**
 * Checks what a row says: its value, or what is wrong with it, at most five things. Paths are headings of columns where
 * the row came from a table.
 */
export function parseRow<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  columns: readonly Column[] | null,
): { readonly data: z.output<Schema> } | { readonly faults: readonly FieldFault[] } {
  const parsed = z.safeParse(schema, value, { error: wordsOf })
  if (parsed.success) return { data: parsed.data }
  return {
    faults: parsed.error.issues.slice(0, faultsLimit).map((issue) => ({
      path: columns?.find((one) => begins(issue.path, one.path))?.heading ?? issue.path.map(String).join('.'),
      code: issue.code,
      message: issue.message,
    })),
  }
}
