import type { SupplierMatch } from '@enlace/contracts'

/** Suppliers whose row is new, moved, or says something else than before; nothing on the first sight of a list. */
export function changesBetween(before: readonly SupplierMatch[], now: readonly SupplierMatch[]): ReadonlySet<string> {
  if (before.length === 0 || before === now) return new Set()
  const known = new Map(before.map((row) => [row.supplier.id as string, row]))
  const differs = (row: SupplierMatch): boolean => {
    const old = known.get(row.supplier.id)
    return old === undefined || old.match.score !== row.match.score || old.answer !== row.answer || movedPast(old, row)
  }
  // A row that only made room for another one has not changed itself.
  const movedPast = (old: SupplierMatch, row: SupplierMatch): boolean => old.rank - row.rank > 1
  return new Set(now.filter(differs).map((row) => row.supplier.id as string))
}
