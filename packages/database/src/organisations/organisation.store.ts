import { randomBytes } from 'node:crypto'

import { sql } from 'drizzle-orm'

import { slugOf, type Organisation, type OrganisationId, type OrganisationKind } from '@enlace/domain'

import type { Transaction } from '../open.ts'

export type NewOrganisation = {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly name: string
  readonly country: string | null
  readonly region: string | null
}

/** Adds an organisation; a slug that is taken gets a random ending. */
export async function insertOrganisation(tx: Transaction, organisation: NewOrganisation): Promise<void> {
  const { id, kind, name, country, region } = organisation
  for (const ending of ['', `-${randomBytes(4).toString('hex')}`, `-${id}`]) {
    const rows = await tx.execute(sql`
      insert into organisations (id, kind, name, slug, country, region)
      values (${id}, ${kind}, ${name}, ${slugOf(name) + ending}, ${country}, ${region})
      on conflict (slug) do nothing returning id`)
    if (rows.length === 1) return
  }
  throw new Error('no free slug')
}

const known = sql`select id, kind, name, slug, country, region from organisations`

/** What everybody may know of an organisation, or null. */
export async function readOrganisation(tx: Transaction, id: OrganisationId): Promise<Organisation | null> {
  const [row] = await tx.execute<Organisation & Record<string, unknown>>(sql`${known} where id = ${id}`)
  return row ?? null
}

/**
 * An organisation as the acting one meets it, or null. To a supplier another one is there while it is on the market, so
 * that one behind a wall is as one that left it.
 */
export async function meetOrganisation(tx: Transaction, id: OrganisationId): Promise<Organisation | null> {
  const [row] = await tx.execute<Organisation & Record<string, unknown>>(sql`
    ${known} where id = ${id} and (kind <> 'supplier' or acting_kind() is distinct from 'supplier'
      or id = acting_organisation() or exists (select from passports where organisation_id = organisations.id and state = 'published'))`)
  return row ?? null
}

/** Changes what is given; false where row-level security hides the organisation from changes. */
export async function updateOrganisation(
  tx: Transaction,
  id: OrganisationId,
  change: {
    readonly name?: string | undefined
    readonly country?: string | null | undefined
    readonly region?: string | null | undefined
  },
): Promise<boolean> {
  const kept = (value: unknown): boolean => value === undefined
  const rows = await tx.execute(sql`
    update organisations set name = coalesce(${change.name ?? null}, name),
      country = case when ${kept(change.country)} then country else ${change.country ?? null} end,
      region = case when ${kept(change.region)} then region else ${change.region ?? null} end
    where id = ${id} returning id`)
  return rows.length === 1
}

/** Locks an organisation until the transaction ends, so that two changes of its members come one after the other. */
export async function lockOrganisation(tx: Transaction, id: OrganisationId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`organisation:${id}`}, 0))`)
}
