import type { FieldFault } from '@enlace/domain'

/** What a row turned out to be: a thing with notes on what to look at, or the faults that keep it out. */
export type RowReading<Item> =
  | { readonly item: Item; readonly notes: readonly FieldFault[] }
  | { readonly faults: readonly FieldFault[] }
