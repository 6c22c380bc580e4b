import { sql } from 'drizzle-orm'

import type { Actor } from '@enlace/domain'

import type { Database, DatabaseRole, Reader, Transaction } from './open.ts'

/** What several steps answer, in their order. */
type Answers<Steps extends readonly unknown[]> = { -readonly [At in keyof Steps]: Awaited<Steps[At]> }

/**
 * Steps of one transaction, carried out in this order without waiting in between; rejects with what the first that failed
 * says. All are waited for, also then: what a step sent after its transaction ended would be written outside it, for good.
 */
export async function inOrder<const Steps extends readonly unknown[]>(steps: Steps): Promise<Answers<Steps>> {
  const done = await Promise.allSettled(steps)
  const failed = done.find((step) => step.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  // Never waits for a step twice: a query of drizzle's is carried out each time that somebody waits for it.
  return done.map((step) => (step as PromiseFulfilledResult<unknown>).value) as Answers<Steps>
}

/** Says for the rest of the transaction who acts in it. */
export async function actAs(tx: Transaction, actor: Actor): Promise<void> {
  const organisation = actor.kind === 'member' ? actor.organisationId : ''
  const kind = actor.kind === 'member' ? actor.organisationKind : ''
  const user = actor.kind === 'member' || actor.kind === 'person' ? actor.userId : ''
  await tx.execute(sql`select set_config('enlace.organisation', ${organisation}, true),
    set_config('enlace.organisation_kind', ${kind}, true), set_config('enlace.user', ${user}, true)`)
}

/** Says as which of our roles the rest of the transaction speaks; for a loader that lets people act in it (`infra/demo`). */
export async function speakAs(tx: Transaction, role: DatabaseRole): Promise<void> {
  await tx.execute(sql`select set_config('role', ${role}, true)`)
}

/** Lets statements of this transaction take as long as they must, such as one that waits for another process to end. */
export async function takeTime(tx: Transaction): Promise<void> {
  await tx.execute(sql`select set_config('statement_timeout', '0', true)`)
}

/**
 * Runs `work` in one transaction as `actor`: row-level security compares each row with the organisation and
 * person set here, and the settings end with the transaction, so no pooled connection carries them on.
 */
export const asActor = <T>(database: Database, actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.drizzle.transaction(async (tx) => {
    // A statement that came before would see nothing.
    const [, result] = await inOrder([actAs(tx, actor), work(tx)])
    return result
  })

/** Runs `work` in one transaction of a process of ours; the pool must have been opened as `enlace_system`. */
export const asSystem = <T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.drizzle.transaction(work)

/**
 * Lets this transaction's commit answer before it is on disk, where Postgres would forget it if the machine stopped within
 * the second. Whoever commits after it in the ordinary way has both on disk, or neither.
 */
export async function commitUnflushed(tx: Transaction): Promise<void> {
  await tx.execute(sql`select set_config('synchronous_commit', 'off', true)`)
}

/** Carries out one statement of a process of ours that needs no transaction around it. */
export const readAsSystem = <T>(database: Database, read: (reader: Reader) => Promise<T>): Promise<T> =>
  read(database.drizzle)
