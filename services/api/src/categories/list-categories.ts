import type { listCategories as contract, Output } from '@enlace/contracts'
import { findCategories, readLineage, type StoredCategory } from '@enlace/database'
import type { CategoryCode } from '@enlace/domain'
import {
  categoryLabel,
  categoryNode,
  categoryTree,
  parentCategory,
  suggestCategories,
  type CategoryNode,
} from '@enlace/taxonomy'

import type { Handler } from '../http/mount.ts'

type View = Output<typeof contract>['items'][number]

/** Our own names come first, since they know the words people use; the official lists fill up what is left. */
export const listCategories: Handler<typeof contract> = async ({ tx, query }) => {
  const { query: text, scheme = null, language, limit } = query
  const own = scheme === null || scheme === 'CPV' ? ownCategories(text, language, limit) : []
  const seen = new Set(own.map(keyOf))
  const stored = (await findCategories(tx, { query: text, scheme, limit })).filter((row) => !seen.has(keyOf(row)))
  const codes = stored.map(({ scheme: list, code }) => ({ scheme: list, code }))
  const lineage = new Map((await readLineage(tx, codes)).map((row) => [keyOf(row), row]))
  return { items: [...own, ...stored.map((row) => viewStored(row, lineage, language))].slice(0, limit) }
}

const keyOf = ({ scheme, code }: CategoryCode): string => `${scheme} ${code}`

function ownCategories(text: string, language: string, limit: number): readonly View[] {
  const typed = text.trim()
  if (/^\d{2,8}$/.test(typed)) {
    const below = [...categoryTree().values()].filter(
      ({ code, digits }) => code.code.startsWith(typed) && digits.length >= typed.length,
    )
    return below.slice(0, limit).map((node) => viewOwn(node, language, []))
  }
  return suggestCategories(text, language, limit).flatMap(({ code, words }) => {
    const node = categoryNode(code)
    return node === null
      ? []
      : [
          viewOwn(
            node,
            language,
            words.map((word) => word.text),
          ),
        ]
  })
}

function viewOwn(node: CategoryNode, language: string, words: readonly string[]): View {
  const path: string[] = []
  for (let above = parentCategory(node); above !== null; above = parentCategory(above))
    path.unshift(categoryLabel(above.code, language))
  return { ...node.code, label: categoryLabel(node.code, language), path, level: node.level, words: [...words] }
}

type Lineage = ReadonlyMap<string, StoredCategory>

/** Where the list has no label in the reader's language, our own name for the code stands in, else English. */
function labelOf(row: StoredCategory, language: string): string {
  const own = categoryNode(row)
  return (
    row.labels[language] ??
    (own === null ? undefined : categoryLabel(own.code, language)) ??
    row.labels['en'] ??
    Object.values(row.labels)[0] ??
    row.code
  )
}

function viewStored(row: StoredCategory, lineage: Lineage, language: string): View {
  const path: string[] = []
  let parent = row.parent === null ? undefined : lineage.get(keyOf({ scheme: row.scheme, code: row.parent }))
  while (parent !== undefined) {
    path.unshift(labelOf(parent, language))
    parent = parent.parent === null ? undefined : lineage.get(keyOf({ scheme: row.scheme, code: parent.parent }))
  }
  return { scheme: row.scheme, code: row.code, label: labelOf(row, language), path, level: row.level, words: [] }
}
