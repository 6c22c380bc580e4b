import { randomBytes } from 'node:crypto'

import { sql } from 'drizzle-orm'

import { bodyText, canonicalJson, factsDigest, fromBase64, pseudonym, type Json } from '@enlace/audit-log'
import type { Act } from '@enlace/contracts'
import { assert, type OrganisationId, type UserId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

/** What an entry is about: ids of things and organisations by their names; `userId` is a person, who becomes a pseudonym. */
export type AuditSubject = { readonly userId?: UserId; readonly [name: `${string}Id`]: string }
export type AuditFacts = { readonly [name: string]: Json }

/** An entry that waits to be written. */
export type NewEntry = {
  readonly act: Act
  /** Who did it, and for whom; null where nobody signed in did. */
  readonly by: { readonly userId: UserId | null; readonly organisationId: OrganisationId | null }
  readonly subject: AuditSubject
  readonly facts: AuditFacts
}

/** An entry with the proof that the tree of `index + 1` leaves holds it; hashes in base64. */
export type WrittenEntry = {
  readonly origin: string
  readonly index: number
  readonly at: string
  readonly body: string
  readonly facts: string
  readonly salt: string
  readonly root: string
  readonly proof: readonly string[]
}

/** How a log is called in its checkpoints. */
export const originOf = (id: string): string => `enlace-audit-log/${id}`

/** What stands for each of these people; nobody stands for those whose salt is gone. */
export async function pseudonymsOf(tx: Transaction, people: readonly UserId[]): Promise<Map<UserId, string>> {
  if (people.length === 0) return new Map()
  const rows = await tx.execute<{ user_id: UserId; salt: string }>(sql`select * from audit_salts_of(${uuids(people)})`)
  return new Map(rows.map(({ user_id, salt }) => [user_id, pseudonym(fromBase64(salt) ?? new Uint8Array(), user_id)]))
}

/**
 * Writes an entry in the transaction of what it tells of. Call it last: from here until the transaction ends, everybody
 * else who writes one waits.
 */
export async function appendEntry(tx: Transaction, { act, by, subject, facts }: NewEntry): Promise<WrittenEntry> {
  const { userId, ...ids } = subject
  const people = [by.userId, userId ?? null].filter((id) => id !== null)
  const known = await pseudonymsOf(tx, people)
  const person = userId === undefined ? undefined : known.get(userId)
  const [salt, text] = [randomBytes(16).toString('base64'), canonicalJson(facts)]
  const body = bodyText({
    act,
    actor: by.userId === null ? null : (known.get(by.userId) ?? null),
    facts: factsDigest(salt, text),
    organisation: by.organisationId,
    subject: { ...ids, ...(person === undefined ? {} : { person }) },
  })
  const [row] = await tx.execute<{ index: string; at: string; origin: string; root: string; proof: string[] }>(
    sql`select * from append_audit_entry(${body}, ${salt}, ${text})`,
  )
  assert(row !== undefined, 'an entry that was written is answered')
  const { at, root, proof, origin } = row
  return { origin: originOf(origin), index: Number(row.index), at, body, facts: text, salt, root, proof }
}

/** Makes the log forget who a person is; what it says, and every proof, stays. */
export async function forgetPerson(tx: Transaction, userId: UserId): Promise<void> {
  await tx.execute(sql`delete from audit_salts where user_id = ${userId}`)
}
