import type { SupplierMatch } from '@enlace/contracts'
import { m } from '$lib/paraglide/messages.js'
import { toasts } from '$lib/ui/toasts.svelte.ts'

/** As many columns as a person can hold against each other. */
const most = 4

/** Which suppliers of a list are held against each other. */
export function compareWith() {
  let ids = $state.raw<ReadonlySet<string>>(new Set())
  return {
    get ids(): ReadonlySet<string> {
      return ids
    },
    toggle: (row: SupplierMatch): void => {
      const next = new Set(ids)
      if (next.delete(row.supplier.id)) ids = next
      else if (next.size < most) ids = next.add(row.supplier.id)
      else toasts.say(m.needs_compare_most({ name: row.supplier.name }), { tone: 'warn' })
    },
    clear: (): void => void (ids = new Set()),
  }
}
