import { sql, type SQL } from 'drizzle-orm'

import type { BadgeId, MatchdayId, MatchdayParticipantId } from '@enlace/domain'

import { toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

export type BadgeRow = {
  readonly id: BadgeId
  readonly participantId: MatchdayParticipantId
  readonly firm: string
  readonly number: number
  readonly holder: string
  readonly code: string
  readonly hash: string
  readonly voidAt: string | null
}

const badgesWhere = (condition: SQL): SQL => sql`
  select badges.id, badges.participant_id as "participantId", firm.name as firm, badges.number, badges.holder, badges.code,
    badges.token_hash as hash, badges.void_at as "voidAt"
  from matchday_badges as badges join matchday_participants as participants on participants.id = badges.participant_id
    join organisations as firm on firm.id = participants.organisation_id
  where ${condition} order by badges.number`

/** The badges of a matchday that the actor may see: all for its organiser, for a participant its own. */
export async function listBadges(reader: Reader, matchdayId: MatchdayId): Promise<BadgeRow[]> {
  const rows = await reader.execute<BadgeRow & Record<string, unknown>>(
    badgesWhere(sql`badges.matchday_id = ${matchdayId}`),
  )
  return rows.map((row) => ({ ...row, voidAt: toInstantOrNull(row.voidAt) }))
}

/** Adds a badge with the next number of its matchday, which is held by now. */
export async function insertBadge(
  tx: Transaction,
  matchdayId: MatchdayId,
  given: Pick<BadgeRow, 'id' | 'participantId' | 'holder' | 'code' | 'hash'>,
): Promise<void> {
  await tx.execute(sql`
    insert into matchday_badges (id, matchday_id, participant_id, number, holder, token_hash, code)
    values (${given.id}, ${matchdayId}, ${given.participantId}, next_badge_number(${matchdayId}), ${given.holder}, ${given.hash}, ${given.code})`)
}

/** Refuses a badge from now on; false where it is not the participant's, or is void already. */
export async function voidBadge(tx: Transaction, id: BadgeId, participantId: MatchdayParticipantId): Promise<boolean> {
  const rows = await tx.execute(sql`
    update matchday_badges set void_at = clock_timestamp()
    where id = ${id} and participant_id = ${participantId} and void_at is null returning id`)
  return rows.length === 1
}
