import { sql } from 'drizzle-orm'

import { readAsSystem, type Database } from '@enlace/database'
import { can, type Actor, type MatchdaySide, type MemberActor, type OrganisationId } from '@enlace/domain'

/** Whether the actor may listen to a topic: its own organisation's, that of a need its organisation owns, that of a call it has a part in, that of its side of a matchday, or that of the board of one it runs. */
export async function mayHear(database: Database, actor: Actor, topic: string): Promise<boolean> {
  if (actor.kind !== 'member') return false
  const [kind, id = ''] = topic.split(':')
  if (kind === 'organisation') return id === actor.organisationId
  if (kind === 'call') return hasPartIn(database, actor, id)
  if (kind === 'hosts' || kind === 'visitors')
    return isAdmitted(database, actor, id, kind === 'hosts' ? 'host' : 'visitor')
  if (kind === 'board') return runsMatchday(database, actor, id)
  return ownsNeed(database, actor, id)
}

async function runsMatchday(database: Database, actor: MemberActor, id: string): Promise<boolean> {
  const [day] = await readAsSystem(database, (reader) =>
    reader.execute<{ organisation_id: OrganisationId }>(
      sql`select organisation_id from matchdays where id = ${id}::uuid`,
    ),
  )
  return day !== undefined && can(actor, 'matchday.run', { organisationId: day.organisation_id })
}

async function ownsNeed(database: Database, actor: MemberActor, id: string): Promise<boolean> {
  const [need] = await readAsSystem(database, (reader) =>
    reader.execute<{ organisation_id: OrganisationId }>(sql`select organisation_id from needs where id = ${id}::uuid`),
  )
  return need !== undefined && can(actor, 'match.read', { organisationId: need.organisation_id })
}

/** The buyer's members, and of other organisations those who sit in the call; never who bids. */
async function hasPartIn(database: Database, { organisationId, userId }: MemberActor, id: string): Promise<boolean> {
  const rows = await readAsSystem(database, (reader) =>
    reader.execute(sql`
      select from calls where id = ${id}::uuid and (organisation_id = ${organisationId} or exists (
        select from call_seats where call_id = calls.id and user_id = ${userId} and organisation_id = ${organisationId}))`),
  )
  return rows.length > 0
}

async function isAdmitted(
  database: Database,
  { organisationId }: MemberActor,
  matchdayId: string,
  side: MatchdaySide,
): Promise<boolean> {
  const rows = await readAsSystem(database, (reader) =>
    reader.execute(sql`
      select from matchday_participants
      where matchday_id = ${matchdayId}::uuid and organisation_id = ${organisationId} and side = ${side} and state = 'admitted'`),
  )
  return rows.length > 0
}
