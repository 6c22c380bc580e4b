import { sql } from 'drizzle-orm'

import { readAsSystem, type Database } from '@enlace/database'
import { can, type Actor, type MemberActor, type OrganisationId } from '@enlace/domain'

/** Whether the actor may listen to a topic: its own organisation's, that of a need its organisation owns, or that of a call it has a part in. */
export async function mayHear(database: Database, actor: Actor, topic: string): Promise<boolean> {
  if (actor.kind !== 'member') return false
  const [kind, id = ''] = topic.split(':')
  if (kind === 'organisation') return id === actor.organisationId
  return kind === 'call' ? hasPartIn(database, actor, id) : ownsNeed(database, actor, id)
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
