export const importKinds = ['suppliers', 'needs'] as const
export type ImportKind = (typeof importKinds)[number]

/** checked: a dry run came to its end; failed: the file could not be read to its end, rows before that are in. */
export const importStates = [
  'receiving',
  'requested',
  'running',
  'checked',
  'finished',
  'failed',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof importStates)[number]

/** fault: the row was left out; note: it is in, with something to look at; kept: it was not undone, or not overwritten. */
export const issueSeverities = ['fault', 'note', 'kept'] as const
export type IssueSeverity = (typeof issueSeverities)[number]

/** What became of the rows of an import so far. */
export type ImportCounts = {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Rows whose thing was changed by its owner since, which therefore keeps its own words. */
  readonly kept: number
  readonly failed: number
  readonly noted: number
}
