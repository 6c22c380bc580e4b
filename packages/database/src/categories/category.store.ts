import { sql } from 'drizzle-orm'

import { fold, type CategoryCode, type CategoryScheme } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** A code of an official list as it is stored. */
export type StoredCategory = {
  readonly scheme: CategoryScheme
  readonly code: string
  readonly labels: Readonly<Record<string, string>>
  readonly parent: string | null
  readonly level: number
}

const rowsAtOnce = 2000

/**
 * Puts a whole list in the place of what was stored of its scheme: new codes come, changed ones change, those that the
 * list no longer holds go.
 * @returns how many rows were written and removed
 */
export async function replaceCategories(
  tx: Transaction,
  scheme: CategoryScheme,
  source: string,
  codes: readonly StoredCategory[],
): Promise<{ readonly written: number; readonly removed: number }> {
  let written = 0
  for (let from = 0; from < codes.length; from += rowsAtOnce) {
    const rows = codes
      .slice(from, from + rowsAtOnce)
      .map((code) => ({ ...code, words: fold(Object.values(code.labels).join(' ')) }))
    const changed = await tx.execute(sql`
      insert into categories (scheme, code, parent, level, labels, source, words)
      select ${scheme}, code, parent, level, labels, ${source}, to_tsvector('simple', words)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (code text, parent text, level smallint, labels jsonb, words text)
      on conflict (scheme, code) do update
        set parent = excluded.parent, level = excluded.level, labels = excluded.labels, source = excluded.source, words = excluded.words
        where (categories.parent, categories.level, categories.labels, categories.source)
          is distinct from (excluded.parent, excluded.level, excluded.labels, excluded.source)
      returning code`)
    written += changed.length
  }
  const removed = await tx.execute(sql`
    delete from categories where scheme = ${scheme}
      and code not in (select jsonb_array_elements_text(${JSON.stringify(codes.map(({ code }) => code))}::jsonb))
    returning code`)
  return { written, removed: removed.length }
}

/** What people type, as a search: every word by its beginning; null where nothing of it can be searched. */
function wordsQuery(text: string): string | null {
  const words =
    fold(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 10) ?? []
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ')
}

/**
 * Official codes that begin with what was typed, or whose labels hold all of its words by their beginnings; codes
 * first, then the broader before the narrower.
 */
export async function findCategories(
  tx: Transaction,
  asked: { readonly query: string; readonly scheme: CategoryScheme | null; readonly limit: number },
): Promise<readonly StoredCategory[]> {
  const words = wordsQuery(asked.query)
  if (words === null) return []
  const digits = asked.query.trim().toUpperCase()
  return tx.execute<StoredCategory>(sql`
    select scheme, code, labels, parent, level from categories
    where (${asked.scheme}::text is null or scheme = ${asked.scheme})
      and (starts_with(code, ${digits}) or words @@ ${words}::tsquery)
    order by starts_with(code, ${digits}) desc, level, scheme, code
    limit ${asked.limit}`)
}

/** The stored codes among those asked for and every code above them, in one query. */
export async function readLineage(tx: Transaction, codes: readonly CategoryCode[]): Promise<readonly StoredCategory[]> {
  if (codes.length === 0) return []
  return tx.execute<StoredCategory>(sql`
    with recursive lineage as (
      select scheme, code, parent from categories
        join jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as asked (scheme text, code text) using (scheme, code)
      union
      select above.scheme, above.code, above.parent from categories above join lineage on above.scheme = lineage.scheme and above.code = lineage.parent
    )
    select scheme, code, labels, categories.parent, level from lineage join categories using (scheme, code) order by scheme, code`)
}
