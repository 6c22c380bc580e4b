import { needKinds, sizeBands, type NeedId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { supplierCard } from '../matches/match.contract.ts'
import { buyerCard } from '../needs/need.contract.ts'
import * as wire from '../wire.ts'

/** A category and all below it, as its scheme and the digits that carry meaning: "CPV 249". */
const categoryPath = z
  .string()
  .check(z.regex(/^(CPV|NACE|HS|NAICS) [0-9A-Z.]{1,12}$/, 'Write a category as "CPV 249".'))

const asked = { query: z._default(wire.text(200), ''), ...wire.paging }
/** What a facet's value looks like. */
export const facetValues = {
  country: wire.country,
  region: wire.text(120, 1),
  category: categoryPath,
  certificate: wire.text(80, 1),
  language: wire.language,
  size: z.enum(sizeBands),
  kind: z.enum(needKinds),
}
/** Filters of one name widen one another, filters of different names narrow. */
const filters = {
  country: wire.several(facetValues.country),
  region: wire.several(facetValues.region),
  category: wire.several(facetValues.category),
  certificate: wire.several(facetValues.certificate),
  language: wire.several(facetValues.language),
}

export const supplierFacets = ['country', 'region', 'category', 'certificate', 'language', 'size'] as const
export const needFacets = ['kind', 'country', 'region', 'category', 'certificate', 'language'] as const
export type FacetName = (typeof supplierFacets)[number] | (typeof needFacets)[number]

/** How many of what was found have each value, most first; a facet that is filtered by counts what its other values would give. */
const facet = <Name extends FacetName>(names: readonly [Name, ...Name[]]) =>
  z.object({ name: z.enum(names), values: z.array(z.object({ value: z.string(), count: z.int() })) })

/** The words for which a thing was found, in its own text; `marks` are the positions of words that meet the query. */
export const excerpt = z.object({ text: z.string(), marks: z.array(z.object({ start: z.int(), end: z.int() })) })
export type Excerpt = DeepReadonly<z.output<typeof excerpt>>

const found = <Item extends z.ZodMiniType, Name extends FacetName>(item: Item, names: readonly [Name, ...Name[]]) =>
  z.extend(wire.page(item), {
    /** About how many there are in all. */
    total: z.int(),
    facets: z.array(facet(names)),
    /** True where the search index is away: the database answers, and forgives no spelling. */
    degraded: z.boolean(),
  })

export const foundSupplier = z.object({
  supplier: supplierCard,
  categories: z.array(wire.categoryCode),
  certificates: z.array(z.object({ scheme: z.string(), expired: z.boolean() })),
  /** The first of its sites, for a map. */
  sites: z.array(wire.place),
  publishedAt: wire.instant,
  excerpt: z.nullable(excerpt),
})
export type FoundSupplier = DeepReadonly<z.output<typeof foundSupplier>>

export const foundNeed = z.object({
  id: wire.id<NeedId>(),
  kind: z.enum(needKinds),
  title: z.string(),
  categories: z.array(wire.categoryCode),
  place: z.nullable(wire.place),
  volume: z.nullable(wire.quantity),
  answerBy: z.nullable(wire.date),
  requiredCertificates: z.array(z.string()),
  /** Null where the need is under an alias. */
  buyer: z.nullable(buyerCard),
  mine: z.boolean(),
  publishedAt: wire.instant,
  excerpt: z.nullable(excerpt),
})
export type FoundNeed = DeepReadonly<z.output<typeof foundNeed>>

export const supplierSorts = ['relevance', 'newest', 'name'] as const
export const searchSuppliers = endpoint({
  name: 'searchSuppliers',
  summary: 'Suppliers with a published passport, by words, facets and order.',
  noun: 'search',
  method: 'GET',
  path: '/api/search/suppliers',
  access: 'member',
  query: z.object({
    ...asked,
    ...filters,
    size: wire.several(facetValues.size),
    sort: z._default(z.enum(supplierSorts), 'relevance'),
  }),
  response: found(foundSupplier, supplierFacets),
})

export const needSorts = ['relevance', 'newest', 'deadline'] as const
export const searchNeeds = endpoint({
  name: 'searchNeeds',
  summary: 'Open needs and challenges whose time for answers has not run out, by words, facets and order.',
  noun: 'search',
  method: 'GET',
  path: '/api/search/needs',
  access: 'member',
  query: z.object({
    ...asked,
    ...filters,
    kind: wire.several(facetValues.kind),
    /** Only those that want answers on this day or before. */
    answerUntil: z.optional(wire.date),
    sort: z._default(z.enum(needSorts), 'relevance'),
  }),
  response: found(foundNeed, needFacets),
})

/** What one may have meant while typing. */
export const searchSuggestion = z.union([
  z.object({
    kind: z.literal('supplier'),
    id: wire.id<OrganisationId>(),
    label: z.string(),
    country: z.nullable(z.string()),
  }),
  z.object({ kind: z.literal('need'), id: wire.id<NeedId>(), label: z.string(), country: z.nullable(z.string()) }),
  z.object({ kind: z.literal('category'), path: categoryPath, label: z.string() }),
])
export type SearchSuggestion = DeepReadonly<z.output<typeof searchSuggestion>>

export const suggestSearch = endpoint({
  name: 'suggestSearch',
  summary: 'Suppliers, open needs and categories whose names meet what is being typed.',
  noun: 'search',
  method: 'GET',
  path: '/api/search/suggest',
  access: 'member',
  query: z.object({ query: wire.text(200, 1), language: z._default(wire.locale, 'en') }),
  response: z.object({ items: z.array(searchSuggestion), degraded: z.boolean() }),
})
