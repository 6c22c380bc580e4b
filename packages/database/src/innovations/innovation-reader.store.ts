import { sql } from 'drizzle-orm'

import type { AccessState, Answer, InnovationId, OrganisationId, OrganisationKind, UserId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

/** Notes that an organisation read an innovation. */
export async function noteInnovationRead(tx: Transaction, id: InnovationId, reader: OrganisationId): Promise<void> {
  await tx.execute(sql`
    insert into innovation_readers (innovation_id, organisation_id) values (${id}, ${reader})
    on conflict (innovation_id, organisation_id) do update
      set times = innovation_readers.times + 1, last_read_at = clock_timestamp()`)
}

/** Keeps a buyer's answer, or the one it changed its mind to. */
export async function answerInnovation(
  tx: Transaction,
  id: InnovationId,
  reader: OrganisationId,
  given: { readonly answer: Answer; readonly reason: string; readonly by: UserId },
): Promise<void> {
  await tx.execute(sql`
    insert into innovation_readers (innovation_id, organisation_id, answer, reason, answered_by, answered_at)
    values (${id}, ${reader}, ${given.answer}, ${given.reason}, ${given.by}, clock_timestamp())
    on conflict (innovation_id, organisation_id) do update set answer = excluded.answer, reason = excluded.reason,
      answered_by = excluded.answered_by, answered_at = excluded.answered_at`)
}

/** Notes that a buyer asks for the confidential part; false where it asked before. */
export async function askForInnovation(
  tx: Transaction,
  id: InnovationId,
  reader: OrganisationId,
  why: string,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into innovation_readers (innovation_id, organisation_id, asked_at, asked_why) values (${id}, ${reader}, clock_timestamp(), ${why})
    on conflict (innovation_id, organisation_id) do update set asked_at = excluded.asked_at, asked_why = excluded.asked_why
      where innovation_readers.asked_at is null
    returning innovation_id`)
  return rows.length === 1
}

/** Keeps what a supplier decided about one that asked; false where it did not ask. */
export async function decideInnovationAccess(
  tx: Transaction,
  id: InnovationId,
  reader: OrganisationId,
  granted: boolean,
  by: UserId,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into innovation_grants (innovation_id, organisation_id, granted, decided_by)
    select innovation_id, organisation_id, ${granted}, ${by}::uuid from innovation_readers
    where innovation_id = ${id} and organisation_id = ${reader} and asked_at is not null
    on conflict (innovation_id, organisation_id) do update
      set granted = excluded.granted, decided_by = excluded.decided_by, decided_at = clock_timestamp()
    returning innovation_id`)
  return rows.length === 1
}

export type ReaderRow = {
  readonly organisation: {
    readonly id: OrganisationId
    readonly name: string
    readonly kind: OrganisationKind
    readonly country: string | null
  }
  readonly times: number
  readonly firstReadAt: string
  readonly lastReadAt: string
  readonly answer: Answer | null
  readonly reason: string
  readonly access: AccessState
  readonly askedWhy: string
}

export type ReaderFilter = {
  readonly after: { readonly firstReadAt: string; readonly id: string } | null
  readonly limit: number
  readonly reader?: OrganisationId
}

/** Who read an innovation and what came of it, the newest readers first; for its supplier. */
export async function listInnovationReaders(
  tx: Transaction,
  id: InnovationId,
  { after, limit, reader }: ReaderFilter,
): Promise<ReaderRow[]> {
  const rows = await tx.execute<ReaderRow & Record<string, unknown>>(sql`
    select json_build_object('id', readers.organisation_id, 'name', organisations.name, 'kind', organisations.kind,
        'country', organisations.country) as organisation,
      times, first_read_at as "firstReadAt", last_read_at as "lastReadAt", answer, reason, asked_why as "askedWhy",
      case when grants.granted then 'granted' when not grants.granted then 'refused' when asked_at is not null then 'asked' else 'none' end as access
    from innovation_readers as readers join organisations on organisations.id = readers.organisation_id
      left join innovation_grants as grants on grants.innovation_id = readers.innovation_id and grants.organisation_id = readers.organisation_id
    where readers.innovation_id = ${id} and (${reader ?? null}::uuid is null or readers.organisation_id = ${reader ?? null})
      and (${after === null} or (date_trunc('milliseconds', first_read_at), readers.organisation_id)
        < (${after?.firstReadAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by date_trunc('milliseconds', first_read_at) desc, readers.organisation_id desc limit ${limit}`)
  return rows.map((row) => ({ ...row, firstReadAt: toInstant(row.firstReadAt), lastReadAt: toInstant(row.lastReadAt) }))
}
