import { suggestSearch, type SearchSuggestion } from '@enlace/contracts'
import { call } from '$lib/api/call.ts'
import { m } from '$lib/paraglide/messages.js'
import { getLocale } from '$lib/paraglide/runtime.js'
import type { Command } from '$lib/shell/commands.svelte.ts'
import { factory, layers, list, search } from '$lib/ui/icons.ts'
import { valueWords } from './facet-words.ts'

const place = (country: string | null): { readonly hint?: string } =>
  country === null ? {} : { hint: valueWords('country', country, null) }

function toCommand(item: SearchSuggestion): Command {
  if (item.kind === 'category')
    return {
      id: `category-${item.path}`,
      label: item.label,
      group: 'found',
      icon: layers,
      hint: m.search_group_category(),
      href: `/suppliers?category=${encodeURIComponent(item.path)}`,
    }
  const noun =
    item.kind === 'supplier'
      ? { icon: factory, href: `/suppliers/${item.id}` }
      : { icon: list, href: `/open-needs/${item.id}` }
  return { id: `${item.kind}-${item.id}`, label: item.label, group: 'found', ...noun, ...place(item.country) }
}

/** What the market holds under the words that are typed into the command palette; nothing where it cannot be asked. */
export async function suggestCommands(typed: string, signal: AbortSignal): Promise<readonly Command[]> {
  const query = typed.trim()
  if (query.length < 2) return []
  const { items } = await call(suggestSearch, { query: { query, language: getLocale() } }, { signal })
  return [
    ...items.map(toCommand),
    {
      id: 'search-suppliers',
      label: m.search_suppliers_for({ words: query }),
      group: 'found',
      icon: search,
      href: `/suppliers?query=${encodeURIComponent(query)}`,
    },
    {
      id: 'search-needs',
      label: m.search_needs_for({ words: query }),
      group: 'found',
      icon: search,
      href: `/open-needs?query=${encodeURIComponent(query)}`,
    },
  ]
}
