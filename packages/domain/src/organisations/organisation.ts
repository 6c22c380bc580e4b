import type { OrganisationId } from '../brand.ts'

export const organisationKinds = ['buyer', 'supplier', 'agency', 'expert', 'funder', 'platform'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const memberRoles = [
  'owner',
  'buyer',
  'bidder',
  'facilitator',
  'assessor',
  'funder',
  'expert',
  'auditor',
] as const
export type MemberRole = (typeof memberRoles)[number]

/** What everybody may know of an organisation; `country` is ISO 3166-1 alpha-2. */
export type Organisation = {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly name: string
  readonly slug: string
  readonly country: string | null
  readonly region: string | null
}

export const sizeBands = ['micro', 'small', 'medium', 'large'] as const
export type SizeBand = (typeof sizeBands)[number]

/** The size band by headcount alone (EU Recommendation 2003/361: below 10, 50 and 250 people). */
export const sizeBand = (staff: number | null): SizeBand | null =>
  staff === null ? null : staff < 10 ? 'micro' : staff < 50 ? 'small' : staff < 250 ? 'medium' : 'large'
