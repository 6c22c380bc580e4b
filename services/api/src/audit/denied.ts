import { appendEntry, asActor, type AuditSubject, type Database } from '@enlace/database'
import type { Actor, OrganisationId, Problem } from '@enlace/domain'

import { doerOf } from './write-entry.ts'

/** Something guarded that somebody tried to read or do; the organisation that it belongs to sees the attempt. */
export type Guarded = { readonly organisationId: OrganisationId | null; readonly subject: AuditSubject }

/**
 * A refusal that is to be seen afterwards. Throw it in place of the problem, which is what the caller gets to hear: what
 * the request did is rolled back, and then the attempt is written down in a transaction of its own.
 */
export class Denied extends Error {
  override readonly name = 'Denied'
  readonly problem: Problem
  readonly guarded: Guarded

  constructor(problem: Problem, guarded: Guarded) {
    super(problem.message)
    this.problem = problem
    this.guarded = guarded
  }
}

/** Writes down an attempt that was refused; where that cannot be done, its error is what the caller gets. */
export async function writeDenied(
  database: Database,
  actor: Actor,
  { problem, guarded }: Denied,
  operation: string,
): Promise<void> {
  const { userId, organisationId: from } = doerOf(actor)
  await asActor(database, actor, (tx) =>
    appendEntry(tx, {
      act: 'audit.denied',
      by: { userId, organisationId: guarded.organisationId },
      subject: { ...guarded.subject, ...(from === null ? {} : { fromId: from }) },
      facts: { operation, code: problem.code },
    }),
  )
}
