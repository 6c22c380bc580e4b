import { sql } from 'drizzle-orm'

import type { DecisionPerson, OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** The lines of a buyer's map that row-level security shows the actor, in the buyer's order. */
export async function readDecisionMap(tx: Transaction, organisationId: OrganisationId): Promise<DecisionPerson[]> {
  const rows = await tx.execute<DecisionPerson & Record<string, unknown>>(sql`
    select role, title, name, outsourced_to as "outsourcedTo", shown_from as "shownFrom" from decision_people
    where organisation_id = ${organisationId} order by place`)
  return [...rows]
}

/** Replaces a buyer's map. */
export async function saveDecisionMap(
  tx: Transaction,
  organisationId: OrganisationId,
  people: readonly DecisionPerson[],
): Promise<void> {
  // Two who save at once do so one after the other; the last one's map stands whole.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`decision map of ${organisationId}`}, 0))`)
  await tx.execute(sql`delete from decision_people where organisation_id = ${organisationId}`)
  const rows = people.map((person, place) => ({ ...person, place }))
  await tx.execute(sql`
    insert into decision_people (organisation_id, place, role, title, name, outsourced_to, shown_from)
    select ${organisationId}::uuid, place, role, title, name, "outsourcedTo", "shownFrom"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (place int, role text, title text, name text, "outsourcedTo" text, "shownFrom" text)`)
}
