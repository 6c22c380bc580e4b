import {
  disclosedToEveryone,
  fold,
  type OrganisationId,
  type PassportContent,
  type SizeBand,
  sizeBand,
} from '@enlace/domain'

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

/** A published passport as the search index keeps it: only what every signed-in organisation may see. */
export type SupplierDocument = SearchDocument & {
  readonly id: OrganisationId
  readonly name: string
  readonly headline: string
  readonly about: string
  readonly capabilities: readonly string[]
  readonly references: readonly string[]
  readonly categoryWords: readonly string[]
  readonly country: string | null
  readonly region: string | null
  readonly categories: readonly string[]
  readonly divisions: readonly string[]
  readonly certificates: readonly string[]
  readonly languages: readonly string[]
  readonly size: SizeBand | null
  /** Milliseconds since 1970. */
  readonly publishedAt: number
  readonly sortName: string
}

export type SupplierRow = {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly version: number
  readonly stamp: string
  readonly publishedAt: string
  readonly content: PassportContent
}

/** Changes whenever a document made from the same row would differ, so that indexes are rebuilt. */
export const supplierShape = 's1'

export function toSupplierDocument(row: SupplierRow, wordsOf: CategoryWords): SupplierDocument {
  const shown = disclosedToEveryone(row.content)
  const codes = [...shown.capabilities, ...shown.references].flatMap((entry) => entry.categories)
  return {
    id: row.organisationId,
    key: documentKey(row.organisationId),
    version: row.version,
    stamp: row.stamp,
    name: row.name,
    headline: shown.headline,
    about: shown.about,
    capabilities: clipped(shown.capabilities.map((entry) => entry.text)),
    references: clipped(shown.references.map((entry) => entry.text)),
    categoryWords: unique(codes.flatMap(wordsOf)),
    country: shown.facts.country,
    region: shown.facts.region,
    categories: unique(codes.flatMap(categoryPath)),
    divisions: divisionsOf(codes),
    certificates: unique(shown.certificates.map(({ scheme }) => schemeName(scheme))),
    languages: unique(shown.facts.languages.map(({ language }) => language)),
    size: sizeBand(shown.facts.staff),
    publishedAt: Date.parse(row.publishedAt),
    sortName: fold(row.name),
  }
}
