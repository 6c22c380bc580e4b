import { sql } from 'drizzle-orm'

import { readAsSystem, type Database } from '@enlace/database'
import { can, type Actor, type OrganisationId } from '@enlace/domain'

/** Whether the actor may listen to a topic: its own organisation's, or that of a need its organisation owns. */
export async function mayHear(database: Database, actor: Actor, topic: string): Promise<boolean> {
  if (actor.kind !== 'member') return false
  const [kind, id] = topic.split(':')
  if (kind === 'organisation') return id === actor.organisationId
  const [need] = await readAsSystem(database, (reader) =>
    reader.execute<{ organisation_id: OrganisationId }>(sql`select organisation_id from needs where id = ${id}::uuid`),
  )
  return need !== undefined && can(actor, 'match.read', { organisationId: need.organisation_id })
}
