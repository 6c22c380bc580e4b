import { sql } from 'drizzle-orm'

import { asId, type Audience, type OrganisationId, type PassportContent } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'
import { presentDay } from '../today.ts'
import { verifiersIn } from './verifiers.ts'

/** A published passport in full, with how the acting organisation stands to it; what of it may leave is decided by `disclosedTo`. */
export type PublishedSupplier = {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly audience: Audience
  /** Whether a wall stands between it and the acting organisation. */
  readonly walled: boolean
  readonly version: number
  readonly publishedAt: string
  readonly today: string
  readonly content: PassportContent
  readonly verifiers: readonly { readonly id: OrganisationId; readonly name: string }[]
}

/**
 * One published passport, or null, in one statement. Matched are the buyers of a need in whose ranking the supplier
 * stands or to which it was invited, and its agency.
 */
export async function readPublishedSupplier(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<PublishedSupplier | null> {
  const [row] = await tx.execute<{
    organisation_id: string
    name: string
    audience: Audience
    walled: boolean
    version: number
    published_at: string
    today: string
    published: PassportContent
    verifiers: { id: OrganisationId; name: string }[]
  }>(sql`
    select passports.organisation_id, organisations.name, passports.version, passports.published_at, passports.published,
      passports.organisation_id = any ((select acting_walls())::uuid[]) as walled,
      ${presentDay} as today,
      case
        when passports.organisation_id = acting_organisation() then 'own'
        when acting_agency_of(passports.organisation_id)
          or exists (select from matches where supplier_id = passports.organisation_id and buyer_id = acting_organisation())
          or exists (
            select from need_invitations join needs on needs.id = need_invitations.need_id
            where need_invitations.supplier_id = passports.organisation_id and needs.organisation_id = acting_organisation()
          ) then 'matched'
        else 'everyone'
      end as audience,
      ${verifiersIn(sql`passports.published`)} as verifiers
    from passports join organisations on organisations.id = passports.organisation_id
    where passports.organisation_id = ${organisationId} and passports.state = 'published'`)
  if (row === undefined) return null
  const { name, audience, walled, version, today, verifiers } = row
  return {
    organisationId: asId(row.organisation_id),
    name,
    audience,
    walled,
    version,
    today,
    verifiers,
    publishedAt: toInstant(row.published_at),
    content: row.published,
  }
}
