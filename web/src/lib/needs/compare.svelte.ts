import type { SupplierMatch } from '@enlace/contracts'

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
      if (!next.delete(row.supplier.id) && next.size < most) next.add(row.supplier.id)
      ids = next
    },
    clear: (): void => void (ids = new Set()),
  }
}
