import { sql } from 'drizzle-orm'

import type { OrganisationId } from '@enlace/domain'

import type { Reader } from '../open.ts'

/** Every wall there is, once; as enlace_system. */
export async function readWalls(reader: Reader): Promise<(readonly [OrganisationId, OrganisationId])[]> {
  const rows = await reader.execute<{ one: OrganisationId; other: OrganisationId }>(sql`
    select distinct least(organisation_id, rival_id) as one, greatest(organisation_id, rival_id) as other from walls`)
  return rows.map(({ one, other }) => [one, other])
}
