import type { SupplierCard } from '@enlace/contracts'

import { languageList, placeName } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'

const sizes = {
  micro: m.matches_size_micro,
  small: m.matches_size_small,
  medium: m.matches_size_medium,
  large: m.matches_size_large,
}

/** Where a supplier is, how large and in which languages, as far as it says. */
export const supplierFacts = ({ country, region, staff, size, languages }: SupplierCard): readonly string[] =>
  [
    country === null ? null : placeName({ country, region }),
    staff === null ? (size === null ? null : sizes[size]()) : m.matches_people({ count: staff }),
    languages.length === 0 ? null : languageList(languages),
  ].filter((fact) => fact !== null)
