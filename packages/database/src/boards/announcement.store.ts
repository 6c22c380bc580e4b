import { sql, type SQL } from 'drizzle-orm'

import type { AnnouncementId, AnnouncementKind, MatchdayId, MatchdaySide, OrganisationId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

export type AnnouncementRow = {
  readonly id: AnnouncementId
  readonly matchdayId: MatchdayId
  readonly kind: AnnouncementKind
  readonly toSide: MatchdaySide | null
  readonly text: string
  readonly madeAt: string
}

const announcementsWhere = async (reader: Reader, condition: SQL): Promise<AnnouncementRow[]> => {
  const rows = await reader.execute<AnnouncementRow & Record<string, unknown>>(sql`
    select id, matchday_id as "matchdayId", kind, to_side as "toSide", text, made_at as "madeAt"
    from matchday_announcements where ${condition}`)
  return rows.map((row) => ({ ...row, madeAt: toInstant(row.madeAt) }))
}

/** What was told at a matchday as far as the actor may hear it, the newest first. */
export const listAnnouncements = (reader: Reader, matchdayId: MatchdayId, limit: number): Promise<AnnouncementRow[]> =>
  announcementsWhere(reader, sql`matchday_id = ${matchdayId} order by made_at desc, id desc limit ${limit}`)

/** One of them as those hear it who listen to the matchday, or to the organisation that holds it. */
export async function readAnnouncement(
  reader: Reader,
  heardBy: string,
  id: AnnouncementId,
): Promise<AnnouncementRow | null> {
  const [row] = await announcementsWhere(
    reader,
    sql`id = ${id} and (matchday_id = ${heardBy}::uuid
      or exists (select from matchdays where matchdays.id = matchday_id and organisation_id = ${heardBy}::uuid))`,
  )
  return row ?? null
}

/** Keeps what an organiser tells. */
export async function keepAnnouncement(tx: Transaction, given: Omit<AnnouncementRow, 'madeAt'>): Promise<void> {
  await tx.execute(sql`
    insert into matchday_announcements (id, matchday_id, kind, to_side, text)
    values (${given.id}, ${given.matchdayId}, ${given.kind}, ${given.toSide}, ${given.text})`)
}

/** The organisations that are admitted to a matchday, of both sides or of one. */
export async function listToTell(
  reader: Reader,
  matchdayId: MatchdayId,
  side: MatchdaySide | null,
): Promise<OrganisationId[]> {
  const rows = await reader.execute<{ id: OrganisationId }>(sql`
    select organisation_id as id from matchday_participants
    where matchday_id = ${matchdayId} and state = 'admitted' and (${side}::text is null or side = ${side}) order by organisation_id`)
  return rows.map(({ id }) => id)
}
