import { sql } from 'drizzle-orm'

import type { FirmFacts, OrganisationId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Reader, Transaction } from '../open.ts'

/** What tells an agency's suppliers apart, of all in its care, in one statement. */
export async function readFirmFacts(tx: Reader, agencyId: OrganisationId): Promise<FirmFacts[]> {
  const rows = await tx.execute<FirmFacts & Record<string, unknown>>(sql`
    select organisations.id, organisations.name,
      coalesce(passports.content #>> '{facts,country}', organisations.country) as country,
      coalesce(passports.content #>> '{facts,region}', organisations.region) as region,
      passports.content #>> '{facts,sites,0,locality}' as town, imported.tax_id as "taxId",
      passports.content ->> 'website' as website, passports.content ->> 'contactEmail' as email
    from agency_firms join organisations on organisations.id = agency_firms.organisation_id and organisations.kind = 'supplier'
    left join passports on passports.organisation_id = organisations.id
    left join imported_subjects as imported on imported.agency_id = ${agencyId} and imported.what = 'suppliers' and imported.subject_id = organisations.id
    where agency_firms.agency_id = ${agencyId} order by organisations.id`)
  return [...rows]
}

/** What stands beside the facts where two firms are compared. */
export type FirmSummary = {
  readonly id: OrganisationId
  readonly headline: string
  readonly capabilities: number
  readonly references: number
  readonly certificates: number
  readonly joined: boolean
}

export async function readFirmSummaries(tx: Transaction, ids: readonly OrganisationId[]): Promise<FirmSummary[]> {
  const count = (section: string) =>
    sql`coalesce(jsonb_array_length(passports.content -> ${sql.raw(`'${section}'`)}), 0)`
  const rows = await tx.execute<FirmSummary & Record<string, unknown>>(sql`
    select organisations.id, coalesce(passports.content ->> 'headline', '') as headline, ${count('capabilities')} as capabilities,
      ${count('references')} as "references", ${count('certificates')} as certificates, joined.organisation_id is not null as joined
    from organisations left join passports on passports.organisation_id = organisations.id
    left join joined_firms() as joined on joined.organisation_id = organisations.id
    where organisations.id = any(${uuids(ids)})`)
  return [...rows]
}
