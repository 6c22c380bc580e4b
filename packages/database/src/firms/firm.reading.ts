import { sql } from 'drizzle-orm'

import type { OrganisationId, PassportContent, PassportState } from '@enlace/domain'

import { toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

export type FirmRow = {
  readonly id: OrganisationId
  readonly name: string
  readonly country: string | null
  readonly region: string | null
  readonly passport: PassportState | null
  readonly content: PassportContent | null
  readonly matches: number
  readonly interested: number
  readonly changedAt: string | null
  readonly joined: boolean
  /** All firms that the filter lets through. */
  readonly total: number
}
export type FirmFilter = {
  readonly after: { readonly name: string; readonly id: string } | null
  readonly limit: number
  readonly text: string | null
  readonly passport: PassportState | 'none' | null
}

/** The suppliers in an agency's care by name, from behind `after`, in one statement. As enlace_app. */
export async function listFirms(tx: Transaction, agencyId: OrganisationId, filter: FirmFilter): Promise<FirmRow[]> {
  const rows = await tx.execute<FirmRow & Record<string, unknown>>(sql`
    with firms as (
      select organisations.id, organisations.name, organisations.country, organisations.region, passports.state as passport,
        passports.content, passports.updated_at
      from agency_firms join organisations on organisations.id = agency_firms.organisation_id and organisations.kind = 'supplier'
      left join passports on passports.organisation_id = organisations.id
      where agency_firms.agency_id = ${agencyId}
        and (${filter.text}::text is null or strpos(name_key(organisations.name), name_key(${filter.text})) > 0)
        and (${filter.passport}::text is null or coalesce(passports.state, 'none') = ${filter.passport})
    )
    select firms.id, firms.name, firms.country, firms.region, firms.passport, firms.content, firms.updated_at as "changedAt",
      coalesce(listed.matches, 0) as matches, coalesce(listed.interested, 0) as interested,
      joined.organisation_id is not null as joined, (select count(*)::int from firms) as total
    from firms left join firm_matches() as listed on listed.supplier_id = firms.id
    left join joined_firms() as joined on joined.organisation_id = firms.id
    where ${filter.after === null} or (firms.name, firms.id) > (${filter.after?.name ?? ''}, ${filter.after?.id ?? null}::uuid)
    order by firms.name, firms.id limit ${filter.limit}`)
  return rows.map((row) => ({ ...row, changedAt: toInstantOrNull(row.changedAt) }))
}
