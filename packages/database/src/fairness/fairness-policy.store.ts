import { sql, type SQL } from 'drizzle-orm'

import type { PolicyView } from '@enlace/contracts'
import type { FairnessPolicy, OrganisationId, UserId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

const columns = sql`fairness_policies.floor, fairness_policies.period_days as "periodDays", fairness_policies.tolerance, fairness_policies.new_share as "newShare"`

/** The policy for a need, as a value within a statement: its country's, or the one for all others. */
export const policyOf = (needId: SQL): SQL => sql`(
  select to_json(policy) from (
    select ${columns} from needs join fairness_policies
      on fairness_policies.country in ('', need_country(needs.content -> 'place' ->> 'country', needs.organisation_id))
    where needs.id = ${needId} order by fairness_policies.country desc limit 1
  ) as policy)`

/** All policies, the one for every other country first. */
export async function readPolicies(reader: Reader): Promise<PolicyView[]> {
  const rows = await reader.execute<
    Omit<PolicyView, 'setAt' | 'keeper'> & {
      set_at: string
      keeper_id: OrganisationId | null
      keeper_name: string | null
    }
  >(sql`
    select fairness_policies.country, ${columns}, revision, set_at, keeper_id, keeper.name as keeper_name
    from fairness_policies left join organisations as keeper on keeper.id = keeper_id order by fairness_policies.country`)
  return rows.map(({ set_at, keeper_id, keeper_name, ...row }) => ({
    ...row,
    setAt: toInstant(set_at),
    keeper: keeper_id === null ? null : { id: keeper_id, name: keeper_name ?? '' },
  }))
}

/**
 * Puts a policy in force where its caller saw the present one; `revision` 0 stands for there being none.
 * @returns false where another is in force by now
 */
export async function keepPolicy(
  tx: Transaction,
  policy: FairnessPolicy & {
    readonly country: string
    readonly keeperId: OrganisationId | null
    readonly revision: number
    readonly by: UserId
  },
): Promise<boolean> {
  const values = sql`${policy.keeperId}::uuid, ${policy.floor}, ${policy.periodDays}::int, ${policy.tolerance}::float8, ${policy.newShare}::float8, ${policy.by}::uuid`
  const rows = await tx.execute(
    policy.revision === 0
      ? sql`
        insert into fairness_policies (country, keeper_id, floor, period_days, tolerance, new_share, set_by)
        values (${policy.country}, ${values}) on conflict (country) do nothing returning id`
      : sql`
        update fairness_policies set (keeper_id, floor, period_days, tolerance, new_share, set_by) = (${values}),
          revision = revision + 1, set_at = clock_timestamp()
        where country = ${policy.country} and revision = ${policy.revision} returning id`,
  )
  return rows.length === 1
}

/** Whether an organisation is an agency, to which a policy can be entrusted. */
export async function isAgency(tx: Transaction, id: OrganisationId): Promise<boolean> {
  const rows = await tx.execute(sql`select id from organisations where id = ${id} and kind = 'agency'`)
  return rows.length === 1
}

const agenciesShown = 500

/** Agencies by name. */
export async function listAgencies(reader: Reader): Promise<{ id: OrganisationId; name: string }[]> {
  const rows = await reader.execute<{ id: OrganisationId; name: string }>(
    sql`select id, name from organisations where kind = 'agency' order by name, id limit ${agenciesShown}`,
  )
  return [...rows]
}

/** Claims the telling that places pile up: true once a period. */
export async function claimAlarm(tx: Transaction, country: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    update fairness_policies set alarmed_at = clock_timestamp()
    where country = ${country} and (alarmed_at is null or alarmed_at < clock_timestamp() - make_interval(days => period_days))
    returning id`)
  return row?.id ?? null
}

/** Who is told of it: the platform and the agencies of the country, or all agencies. */
export async function listWatchers(tx: Transaction, country: string): Promise<OrganisationId[]> {
  const rows = await tx.execute<{ id: OrganisationId }>(sql`
    select id from organisations
    where kind = 'platform' or (kind = 'agency' and (${country} = '' or country = ${country})) order by id`)
  return rows.map(({ id }) => id)
}
