import { sql } from 'drizzle-orm'

import type { MatchdayId, MatchdayParticipantId, MatchdaySide, OrganisationId } from '@enlace/domain'

import type { Reader, Transaction } from '../open.ts'

export type KnownFirm = { readonly id: OrganisationId; readonly name: string; readonly side: MatchdaySide }

const side = sql`case kind when 'buyer' then 'host' else 'visitor' end`

/** Buyers and suppliers with these words in their name, those that begin with them first. */
export async function findKnownFirms(reader: Reader, name: string, limit: number): Promise<KnownFirm[]> {
  const words = name.toLowerCase()
  return reader.execute<KnownFirm & Record<string, unknown>>(sql`
    select id, name, ${side} as side from organisations
    where kind in ('buyer', 'supplier') and strpos(lower(name), ${words}) > 0
    order by strpos(lower(name), ${words}), name, id limit ${limit}`)
}

/** On which side an organisation takes part; null where it is neither buyer nor supplier. */
export async function readFirmSide(reader: Reader, id: OrganisationId): Promise<MatchdaySide | null> {
  const [row] = await reader.execute<{ side: MatchdaySide }>(
    sql`select ${side} as side from organisations where id = ${id} and kind in ('buyer', 'supplier')`,
  )
  return row?.side ?? null
}

/** Lets a firm in that stands at the door, whether it had registered or not; the id of its participation. */
export async function letIn(
  tx: Transaction,
  given: {
    readonly id: MatchdayParticipantId
    readonly matchdayId: MatchdayId
    readonly organisationId: OrganisationId
    readonly side: MatchdaySide
  },
): Promise<MatchdayParticipantId> {
  const { id, matchdayId, organisationId } = given
  const there = await tx.execute<{ id: MatchdayParticipantId }>(sql`
    update matchday_participants set state = 'admitted'
    where matchday_id = ${matchdayId} and organisation_id = ${organisationId} returning id`)
  if (there[0] !== undefined) return there[0].id
  await tx.execute(sql`
    insert into matchday_participants (id, matchday_id, organisation_id, side, state)
    values (${id}, ${matchdayId}, ${organisationId}, ${given.side}, 'admitted')`)
  return id
}
