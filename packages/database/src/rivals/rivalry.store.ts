import { sql, type SQL } from 'drizzle-orm'

import type { RivalView } from '@enlace/contracts'
import { rivalLimit, type OrganisationId, type RivalryId, type UserId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

type Row = RivalView & Record<string, unknown>
const columns = sql`id, case when rival_id is not null then 'supplier' when name_key is not null then 'name' else 'tax-id' end as by,
  label, rival_id as "supplierId", named_at as "namedAt"`
const toView = (row: Row): RivalView => ({ ...row, namedAt: toInstant(row.namedAt) })

/** The rivals that the acting organisation named, newest first; ids rise with time. */
export async function listRivals(tx: Transaction): Promise<RivalView[]> {
  const rows = await tx.execute<Row>(sql`
    select ${columns} from rivalries where organisation_id = acting_organisation() order by id desc limit ${rivalLimit}`)
  return rows.map(toView)
}

/** By what a rival is known: its id, or words. */
export type NamedRival =
  | { readonly by: 'supplier'; readonly supplierId: OrganisationId }
  | { readonly by: 'name'; readonly name: string }
  | { readonly by: 'tax-id'; readonly taxId: string }

const sameAs = (named: NamedRival): SQL => {
  if (named.by === 'supplier') return sql`rival_id = ${named.supplierId}`
  return named.by === 'name' ? sql`name_key = name_key(${named.name})` : sql`tax_key = tax_key(${named.taxId})`
}

/** Lets nobody else name rivals of this organisation before the transaction ends: each sees what the one before named. */
export async function lockRivalries(tx: Transaction, organisationId: OrganisationId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rivals of ${organisationId}`}, 0))`)
}

/** The rivalry by which the acting organisation named this rival already, or null. */
export async function findRivalry(tx: Transaction, named: NamedRival): Promise<RivalView | null> {
  const [row] = await tx.execute<Row>(sql`
    select ${columns} from rivalries where organisation_id = acting_organisation() and ${sameAs(named)}`)
  return row === undefined ? null : toView(row)
}

/** Whether a name or tax number is the acting organisation's own. */
export async function isOwnName(tx: Transaction, named: NamedRival): Promise<boolean> {
  if (named.by !== 'name') return false
  const rows = await tx.execute(sql`
    select from organisations where id = acting_organisation() and name_key(name) = name_key(${named.name})`)
  return rows.length > 0
}

/**
 * Keeps a rivalry that is not named yet; null where the organisation keeps as many as it may. Its wall stands when the
 * transaction commits. The rivalries are locked before.
 */
export async function insertRivalry(
  tx: Transaction,
  rivalry: {
    readonly id: RivalryId
    readonly organisationId: OrganisationId
    readonly by: UserId
    readonly named: NamedRival
    readonly label: string
  },
): Promise<RivalView | null> {
  const { id, organisationId, named, label, by } = rivalry
  const [supplierId, name, taxId] = [
    named.by === 'supplier' ? named.supplierId : null,
    named.by === 'name' ? named.name : null,
    named.by === 'tax-id' ? named.taxId : null,
  ]
  const [row] = await tx.execute<Row>(sql`
    insert into rivalries (id, organisation_id, rival_id, name_key, tax_key, label, named_by)
    select ${id}::uuid, ${organisationId}::uuid, ${supplierId}::uuid, name_key(${name}::text), tax_key(${taxId}::text), ${label}, ${by}::uuid
    where (select count(*) from rivalries where organisation_id = ${organisationId}::uuid) < ${rivalLimit}
    returning ${columns}`)
  return row === undefined ? null : toView(row)
}

/** Forgets a rivalry of the acting organisation, and its wall; false where there is none such. */
export async function deleteRivalry(tx: Transaction, id: RivalryId): Promise<boolean> {
  const rows = await tx.execute(sql`delete from rivalries where id = ${id} returning id`)
  return rows.length === 1
}
