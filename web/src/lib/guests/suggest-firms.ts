import { listKnownFirms, searchSuppliers } from '@enlace/contracts'
import type { MatchdayId } from '@enlace/domain'

import { call } from '$lib/api/call.ts'
import { sideWords } from '$lib/matchdays/words.ts'
import type { Option } from '$lib/ui/option.ts'
import type { Suggest } from '$lib/ui/suggestions.svelte.ts'

const shownSuppliers = 8

/** Firms on Enlace for a matchday: suppliers by what their passports say, and whoever is called so. */
export const suggestFirms =
  (id: MatchdayId): Suggest =>
  async (typed, signal) => {
    const words = typed.trim()
    if (words.length < 2) return []
    const [called, found] = await Promise.all([
      call(listKnownFirms, { params: { id }, query: { name: words.slice(0, 120) } }, { signal }),
      call(searchSuppliers, { query: { query: words.slice(0, 200), limit: shownSuppliers } }, { signal }),
    ])
    const byName = called.items.map(({ id: value, name, side }) => ({ value, label: name, hint: sideWords[side]() }))
    const bySaid = found.items.map(({ supplier }) => ({
      ...{ value: supplier.id, label: supplier.name },
      hint: supplier.headline === '' ? sideWords.visitor() : supplier.headline,
    }))
    return [...new Map<string, Option>([...byName, ...bySaid].map((option) => [option.value, option])).values()]
  }
