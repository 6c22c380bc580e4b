import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { ContractRow, NeedRow, SupplierRow } from '@enlace/domain'

/** A query with what the evaluation needs beside the need itself. */
export type QueryRow = NeedRow & { readonly new_pair?: boolean; readonly published?: string; readonly opened?: string }

/** Which suppliers answered which query well: query id → supplier id → grade above zero. */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>

const textOf = (file: string): string => {
  const bytes = readFileSync(file)
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** The rows of a JSONL file, packed or not; the files are ours to trust, so the type is what the reader says. */
export const readRows = <Row>(file: string): readonly Row[] =>
  textOf(file)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)

/** The suppliers of a set; where its past contracts are kept one by one, they are the references. */
export function readSuppliers(directory: string): readonly SupplierRow[] {
  const rows = readRows<SupplierRow>(join(directory, 'suppliers.jsonl.gz'))
  const file = join(directory, 'past_contracts.jsonl.gz')
  if (!existsSync(file)) return rows
  const contracts = new Map<string, ContractRow[]>()
  for (const row of readRows<ContractRow & { suppliers: readonly string[] }>(file))
    for (const supplier of row.suppliers) contracts.set(supplier, [...(contracts.get(supplier) ?? []), row])
  return rows.map((row) => ({ ...row, contracts: contracts.get(row.id) }))
}

/** Judgements in the TREC form: query, 0, document, grade, parted by tabs or blanks. */
export function readJudgements(file: string): Judgements {
  const judgements = new Map<string, Map<string, number>>()
  for (const line of textOf(file).split('\n')) {
    const [query, , supplier, grade] = line.trim().split(/\s+/)
    if (query === undefined || supplier === undefined || !(Number(grade) > 0)) continue
    const known = judgements.get(query) ?? new Map<string, number>()
    judgements.set(query, known.set(supplier, Number(grade)))
  }
  return judgements
}

/** The country most suppliers of a set are from: queries do not say theirs. */
export function commonCountry(rows: readonly SupplierRow[]): string {
  const counts = new Map<string, number>()
  for (const { country } of rows) counts.set(country, (counts.get(country) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'GB'
}
