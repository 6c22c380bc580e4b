import { foldedWords } from './document.ts'
import { termsOf } from './facets.ts'
import type { NeedDocument } from './needs/need-document.ts'
import type { SupplierDocument } from './suppliers/supplier-document.ts'

/** A document as a database without a search engine can search it: folded words, the telling ones first. */
export type SearchWords = {
  readonly id: string
  readonly stamp: string
  readonly facets: readonly string[]
  readonly words: { readonly title: string; readonly main: string; readonly rest: string }
  readonly sortName: string
  readonly publishedMs: number
  readonly deadline: number
}

const folded = (...texts: readonly (string | null)[]): string =>
  foldedWords(texts.filter((text) => text !== null).join(' ')).join(' ')

export const supplierWords = (document: SupplierDocument): SearchWords => ({
  id: document.id,
  stamp: document.stamp,
  facets: termsOf(document),
  words: {
    title: folded(document.name),
    main: folded(document.headline, ...document.capabilities, ...document.categoryWords, ...document.certificates),
    rest: folded(...document.references, document.about, document.region),
  },
  sortName: document.sortName,
  publishedMs: document.publishedAt,
  deadline: 0,
})

export const needWords = (document: NeedDocument): SearchWords => ({
  id: document.id,
  stamp: document.stamp,
  facets: termsOf(document),
  words: {
    title: folded(document.title),
    main: folded(...document.categoryWords, ...document.specification, ...document.certificates),
    rest: folded(document.text, document.buyer, document.region),
  },
  sortName: folded(document.title),
  publishedMs: document.publishedAt,
  deadline: document.deadline,
})
