import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'

import {
  needFromRow,
  passportFromRow,
  type ContractRow,
  type EntryId,
  type NeedRow,
  type SupplierRow,
} from '@enlace/domain'

import type { EvaluationSet } from './evaluation-set.ts'
import { readJudgements, readRows } from './files.ts'

type QueryRow = NeedRow & { readonly new_pair?: boolean; readonly published?: string; readonly year?: number }

/** The suppliers of a set; where its past contracts are kept one by one, they are the references. */
function readSuppliers(directory: string): readonly SupplierRow[] {
  const rows = readRows<SupplierRow>(join(directory, 'suppliers.jsonl.gz'))
  const file = join(directory, 'past_contracts.jsonl.gz')
  if (!existsSync(file)) return rows
  const contracts = new Map<string, ContractRow[]>()
  for (const row of readRows<ContractRow & { suppliers: readonly string[] }>(file))
    for (const supplier of row.suppliers) contracts.set(supplier, [...(contracts.get(supplier) ?? []), row])
  return rows.map((row) => ({ ...row, contracts: contracts.get(row.id) }))
}

/** The country most suppliers are from: queries do not say theirs. */
function commonCountry(rows: readonly SupplierRow[]): string {
  const counts = new Map<string, number>()
  for (const { country } of rows) counts.set(country, (counts.get(country) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'GB'
}

/** Real awards: suppliers with their past, needs published afterwards, and who won them. */
export function readAwardSet(
  directory: string,
  queries: string,
  judgements: string | null,
  newEntryId: () => EntryId,
): EvaluationSet {
  const rows = readSuppliers(directory)
  const country = commonCountry(rows)
  const asked = readRows<QueryRow>(queries)
  const newPairs = new Set(asked.filter((row) => row.new_pair === true).map(({ id }) => id))
  return {
    name: basename(directory),
    suppliers: rows.map((row) => ({
      id: row.id,
      name: row.name,
      country: row.country,
      content: passportFromRow(row, newEntryId),
      contracts: row.n_contracts ?? row.references.length,
    })),
    queries: asked.map((row) => ({
      id: row.id,
      content: needFromRow(row, country),
      today: row.published?.slice(0, 10) ?? `${row.year ?? 2024}-01-01`,
    })),
    judgements: judgements === null ? null : readJudgements(judgements),
    slices: newPairs.size === 0 ? [] : [{ name: 'new_pair', has: (query) => newPairs.has(query) }],
  }
}
