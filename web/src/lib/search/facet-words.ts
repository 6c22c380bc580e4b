import type { FacetName } from '@enlace/contracts'
import { m } from '$lib/paraglide/messages.js'
import { getLocale } from '$lib/paraglide/runtime.js'

/** What a category is called, once the names are here: they are many, and only a page that shows them fetches them. */
export type CategoryName = (path: string) => string
export const loadCategoryNames = async (): Promise<CategoryName> => {
  const { categoryLabel } = await import('$lib/categories/category-names.ts')
  return (path) => {
    const [scheme, code = ''] = path.split(' ')
    return scheme === 'CPV' ? categoryLabel({ scheme, code: code.padEnd(8, '0') }, getLocale()) : path
  }
}

export const facetWords: Readonly<Record<FacetName, () => string>> = {
  kind: m.search_facet_kind,
  country: m.search_facet_country,
  region: m.search_facet_region,
  category: m.search_facet_category,
  certificate: m.search_facet_certificate,
  language: m.search_facet_language,
  size: m.search_facet_size,
}

const sizes: Readonly<Record<string, () => string>> = {
  micro: m.search_size_micro,
  small: m.search_size_small,
  medium: m.search_size_medium,
  large: m.search_size_large,
}
const kinds: Readonly<Record<string, () => string>> = { need: m.search_kind_need, challenge: m.search_kind_challenge }

const nameOf = (type: Intl.DisplayNamesType, code: string): string =>
  new Intl.DisplayNames(getLocale(), { type, fallback: 'code' }).of(code) ?? code

/** A facet's value in the reader's words. */
export function valueWords(facet: string, value: string, categoryName: CategoryName | null): string {
  if (facet === 'country') return nameOf('region', value)
  if (facet === 'language') return nameOf('language', value)
  if (facet === 'category') return categoryName?.(value) ?? value
  if (facet === 'size') return sizes[value]?.() ?? value
  return facet === 'kind' ? (kinds[value]?.() ?? value) : value
}
