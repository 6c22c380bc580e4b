import { basename, join } from 'node:path'

import { blankNeed, blankPassport, type EntryId, type NeedContent } from '@enlace/domain'

import type { EvaluationSet } from './evaluation-set.ts'
import { readRows } from './files.ts'

type NeedRow = {
  readonly qid: string
  readonly lang: string
  readonly need: string
  readonly noSharedAny: boolean
  readonly relevant: readonly { readonly id: string; readonly grade: number; readonly cross: boolean }[]
}
type SupplierRow = { readonly id: string; readonly lang: string; readonly text: string }

const needOf = (row: NeedRow): NeedContent => ({
  ...blankNeed,
  title: row.need,
  text: row.need,
  language: row.lang,
})

/** Short needs and suppliers in four languages, with paraphrases and near misses: how far meaning reaches beyond words. */
export function readProbeSet(directory: string, newEntryId: () => EntryId): EvaluationSet {
  const needs = readRows<NeedRow>(join(directory, 'needs.dev.jsonl'))
  const suppliers = readRows<SupplierRow>(join(directory, 'suppliers.dev.jsonl'))
  const languages = [...new Set(needs.map((row) => row.lang))].toSorted()
  const idsWhere = (holds: (row: NeedRow) => boolean): ReadonlySet<string> =>
    new Set(needs.filter(holds).map(({ qid }) => qid))
  const slice = (name: string, ids: ReadonlySet<string>) => ({ name, has: (query: string) => ids.has(query) })
  return {
    name: basename(directory),
    suppliers: suppliers.map(({ id, lang, text }) => ({
      id,
      name: id,
      country: 'PE',
      contracts: 1,
      content: {
        ...blankPassport,
        language: lang,
        capabilities: [
          { id: newEntryId(), text, categories: [], capacity: null, leadTimeDays: null, minimumOrder: null },
        ],
      },
    })),
    queries: needs.map((row) => ({ id: row.qid, content: needOf(row), today: '2026-01-01' })),
    judgements: new Map(needs.map((row) => [row.qid, new Map(row.relevant.map(({ id, grade }) => [id, grade]))])),
    slices: [
      slice(
        'shares a word',
        idsWhere((row) => !row.noSharedAny),
      ),
      slice(
        'shares no word',
        idsWhere((row) => row.noSharedAny),
      ),
      slice(
        'other languages only',
        idsWhere((row) => row.relevant.every(({ cross }) => cross)),
      ),
      ...languages.map((language) =>
        slice(
          language,
          idsWhere((row) => row.lang === language),
        ),
      ),
    ],
  }
}
