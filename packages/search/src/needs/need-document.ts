import type { NeedContent, NeedId, NeedKind } from '@enlace/domain'

import {
  categoryPath,
  type CategoryWords,
  clipped,
  divisionsOf,
  documentKey,
  schemeName,
  type SearchDocument,
  unique,
} from '../document.ts'

/** An open need as the search index keeps it: only what every signed-in organisation may see. */
export type NeedDocument = SearchDocument & {
  readonly id: NeedId
  readonly kind: NeedKind
  readonly title: string
  readonly text: string
  readonly specification: readonly string[]
  /** Null where the need is under an alias. */
  readonly buyer: string | null
  readonly categoryWords: readonly string[]
  readonly country: string | null
  readonly region: string | null
  readonly categories: readonly string[]
  readonly divisions: readonly string[]
  readonly certificates: readonly string[]
  readonly languages: readonly string[]
  /** The last day for answers as yyyymmdd; `noDeadline` where there is none. */
  readonly deadline: number
  /** Milliseconds since 1970. */
  readonly publishedAt: number
}

export type OpenNeedRow = {
  readonly id: NeedId
  readonly version: number
  readonly stamp: string
  readonly buyerName: string
  readonly publishedAt: string
  readonly content: NeedContent
}

/** Changes whenever a document made from the same row would differ, so that indexes are rebuilt. */
export const needShape = 'n1'

export const noDeadline = 99_991_231

/** A calendar date (yyyy-mm-dd) as a number that filters can compare. */
export const dayNumber = (date: string): number => Number(date.replaceAll('-', ''))

/** The document of an open need; null where it must not be found: only those invited may know of it. */
export function toNeedDocument(row: OpenNeedRow, wordsOf: CategoryWords): NeedDocument | null {
  const { content } = row
  if (content.confidentiality === 'invited') return null
  return {
    id: row.id,
    key: documentKey(row.id),
    version: row.version,
    stamp: row.stamp,
    kind: content.kind,
    title: content.title,
    text: content.text,
    specification: clipped(content.specification.map((line) => line.text)),
    buyer: content.confidentiality === 'open' ? row.buyerName : null,
    categoryWords: unique(content.categories.flatMap(wordsOf)),
    country: content.place?.country ?? null,
    region: content.place?.region ?? null,
    categories: unique(content.categories.flatMap(categoryPath)),
    divisions: divisionsOf(content.categories),
    certificates: unique(content.requiredCertificates.map(({ scheme }) => schemeName(scheme))),
    languages: unique(content.languages.map(({ language }) => language)),
    deadline: content.answerBy === null ? noDeadline : dayNumber(content.answerBy),
    publishedAt: Date.parse(row.publishedAt),
  }
}
