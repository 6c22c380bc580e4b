import type { OrganisationId } from '../brand.ts'
import { Problem } from '../problem.ts'

/** What a firm is prescreened by, each from 1 to 5: how fast it can make something new, how far it may come, how much it wants to. */
export const reviewAspects = ['speed', 'potential', 'commitment'] as const
export type ReviewAspect = (typeof reviewAspects)[number]
export type Review = Readonly<Record<ReviewAspect, number>> & { readonly note: string }

/** The buyer's own view and that of one other organisation; neither sees the other's before both are in. */
export const reviewSides = ['buyer', 'outside'] as const
export type ReviewSide = (typeof reviewSides)[number]

/** Both views together, 1..5, or null while one is missing. */
export function jointScore(buyer: Review | null, outside: Review | null): number | null {
  if (buyer === null || outside === null) return null
  const sum = reviewAspects.reduce((total, aspect) => total + buyer[aspect] + outside[aspect], 0)
  return sum / (2 * reviewAspects.length)
}

/** How many firms get the same brief together. */
export const clusterSize = { from: 2, to: 3 } as const

export type Prescreened = {
  readonly supplierId: OrganisationId
  readonly clustered: boolean
  readonly reviewed: boolean
}

/**
 * Refuses a cluster that is too small or too large, or of firms that are in another or not prescreened from both sides.
 * @throws Problem cluster.size, cluster.unready
 */
export function checkCluster(chosen: readonly OrganisationId[], candidates: readonly Prescreened[]): void {
  const ids = new Set(chosen)
  if (ids.size < clusterSize.from || ids.size > clusterSize.to)
    throw new Problem('cluster.size', 'Two or three firms make a cluster.', [
      { path: 'body.supplierIds', code: 'too_small', message: 'Choose two or three firms.' },
    ])
  const ready = candidates.filter((one) => ids.has(one.supplierId) && one.reviewed && !one.clustered)
  if (ready.length < ids.size)
    throw new Problem(
      'cluster.unready',
      'Each firm of a cluster is reviewed from both sides first, and in no other cluster.',
    )
}

/** Fields in which a firm is helped to grow (World Bank 2019, IV.B, step f). */
export const competenceAreas = [
  'management',
  'processes',
  'strategy',
  'marketing',
  'governance',
  'culture',
  'technology',
] as const
export type CompetenceArea = (typeof competenceAreas)[number]

/** What of a cost the buyer bears, and what the firm, in minor units; the firm bears what does not divide. */
export function sharedCost(costMinor: number, buyerPercent: number): { readonly buyer: number; readonly firm: number } {
  const buyer = Math.floor((costMinor * buyerPercent) / 100)
  return { buyer, firm: costMinor - buyer }
}
