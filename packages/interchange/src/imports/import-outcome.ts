import type { ImportIssue } from '@enlace/database'
import type { FieldFault, ImportCounts } from '@enlace/domain'

/** What became of a run of rows. */
export type ImportOutcome = { readonly counts: ImportCounts; readonly issues: readonly ImportIssue[] }

type Verdict = 'created' | 'updated' | 'unchanged' | 'kept' | 'failed'

/** Gathers what becomes of rows, each counted once. */
export class Tally {
  readonly #counts = { created: 0, updated: 0, unchanged: 0, kept: 0, failed: 0, noted: 0 }
  readonly #issues: ImportIssue[] = []

  count(verdict: Verdict): void {
    this.#counts[verdict] += 1
  }

  fail(row: number, faults: readonly FieldFault[]): void {
    this.count('failed')
    for (const fault of faults) this.#issues.push({ row, severity: 'fault', ...fault })
  }

  keep(row: number, code: string, message: string): void {
    this.count('kept')
    this.#issues.push({ row, severity: 'kept', path: '', code, message })
  }

  note(row: number, notes: readonly FieldFault[]): void {
    if (notes.length === 0) return
    this.#counts.noted += 1
    for (const note of notes) this.#issues.push({ row, severity: 'note', ...note })
  }

  get outcome(): ImportOutcome {
    return { counts: this.#counts, issues: this.#issues }
  }
}

export const changedSince = 'Somebody changed it since; it keeps what they wrote.'
