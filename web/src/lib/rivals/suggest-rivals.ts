import { suggestSearch } from '@enlace/contracts'
import { asId, type OrganisationId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { country } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'
import type { Option } from '../ui/option.ts'
import type { NamedRival } from './rivals.svelte.ts'

/** Words that hold as many digits may be a tax number. */
const taxDigits = 5

/** Firms one may mean by what is typed: those on the market, then whoever bears the name or the number. */
export async function suggestRivals(typed: string, signal: AbortSignal): Promise<readonly Option[]> {
  const text = typed.trim()
  if (text.length < 2) return []
  const { items } = await call(suggestSearch, { query: { query: text, language: getLocale() } }, { signal })
  const found = items.flatMap((item): Option[] =>
    item.kind === 'supplier'
      ? [
          {
            value: `supplier ${item.id}`,
            label: item.label,
            ...(item.country === null ? {} : { hint: country(item.country) }),
          },
        ]
      : [],
  )
  const byName = { value: `name ${text}`, label: text, hint: m.rivals_any() }
  const byTax = { value: `tax-id ${text}`, label: text, hint: m.rivals_tax_number() }
  const digits = text.replaceAll(/\D/g, '').length
  return digits < taxDigits ? [...found, byName] : [...found, byTax, byName]
}

/** The rival that a suggestion stands for. */
export function rivalOf({ value }: Option): NamedRival {
  const [by = '', ...rest] = value.split(' ')
  const words = rest.join(' ')
  if (by === 'supplier') return { by, supplierId: asId<OrganisationId>(words) }
  return by === 'tax-id' ? { by, taxId: words } : { by: 'name', name: words }
}
