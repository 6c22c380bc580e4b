import { sql } from 'drizzle-orm'

import type { MatchdayGuestId, MatchdayId, MatchdaySide, OrganisationId, OrganisationKind } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Reader, Transaction } from '../open.ts'

/** A firm that may be picked, and whether it has registered already. */
export type PickableFirm = {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
  readonly registered: boolean
}

/** Those of these organisations that the actor sees. */
export async function readPickable(
  reader: Reader,
  matchdayId: MatchdayId,
  ids: readonly OrganisationId[],
): Promise<PickableFirm[]> {
  const rows = await reader.execute<PickableFirm & Record<string, unknown>>(sql`
    select firms.id, firms.name, firms.kind, exists (
      select from matchday_participants as participants where participants.matchday_id = ${matchdayId}
        and participants.organisation_id = firms.id and participants.state <> 'withdrawn') as registered
    from organisations as firms where firms.id = any(${uuids(ids)})`)
  return [...rows]
}

export type PickedFirm = {
  readonly id: MatchdayGuestId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly side: MatchdaySide
}

/**
 * Keeps firms as guests; one whose invitation was withdrawn, or that came and left again, is invited anew.
 * @returns those that were kept: the others are invited or have answered
 */
export async function keepPicked(
  tx: Transaction,
  matchdayId: MatchdayId,
  firms: readonly PickedFirm[],
  preApproved: boolean,
): Promise<ReadonlySet<OrganisationId>> {
  const kept = await tx.execute<{ id: OrganisationId }>(sql`
    insert into matchday_guests as known (id, matchday_id, organisation_id, picked, name, side, pre_approved)
    select id, ${matchdayId}::uuid, "organisationId", true, name, side, ${preApproved}::boolean
    from jsonb_to_recordset(${JSON.stringify(firms)}::jsonb) as given (id uuid, "organisationId" uuid, name text, side text)
    on conflict (matchday_id, organisation_id) where picked do update set name = excluded.name, pre_approved = excluded.pre_approved,
      state = 'invited', invited_at = clock_timestamp(), settled_at = null, reminded_at = null
    where known.state in ('withdrawn', 'registered') returning organisation_id as id`)
  return new Set(kept.map(({ id }) => id))
}

/** Says for the acting firm that it does not come; false where nothing waits for its answer. */
export async function declinePicked(tx: Transaction, matchdayId: MatchdayId): Promise<boolean> {
  const [row] = await tx.execute<{ declined: boolean }>(sql`select decline_invited(${matchdayId}) as declined`)
  return row?.declined ?? false
}

/** Admits the acting firm where its organiser said so when it invited it; false where its registration waits. */
export async function admitInvited(tx: Transaction, matchdayId: MatchdayId): Promise<boolean> {
  const [row] = await tx.execute<{ admitted: boolean }>(sql`select admit_invited(${matchdayId}) as admitted`)
  return row?.admitted ?? false
}
