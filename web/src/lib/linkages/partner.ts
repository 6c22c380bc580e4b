import type { LinkageCard } from '@enlace/contracts'
import { m } from '../paraglide/messages.js'

/** Whom a reader is linked with, by name; an agency reads the pair. */
export function partnerOf({ reader, buyer, supplier }: Pick<LinkageCard, 'reader' | 'buyer' | 'supplier'>): string {
  const named = buyer?.name ?? m.linkages_hidden_buyer()
  if (reader === 'buyer') return supplier.name
  return reader === 'supplier' ? named : `${supplier.name} · ${named}`
}
