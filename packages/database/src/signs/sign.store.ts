import { createHash } from 'node:crypto'

import { sql } from 'drizzle-orm'

import type { EntryId, OrganisationId, PassportContent } from '@enlace/domain'

import { texts, uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

/** A published passport as it is looked over. */
export type UnmarkedPassport = {
  readonly organisationId: OrganisationId
  readonly version: number
  readonly content: PassportContent
}

const unmarked = sql`passports.organisation_id as "organisationId", passports.version, passports.published as content`

/** One published passport, or none where it is not published any more. */
export async function readForMarking(tx: Transaction, organisationId: OrganisationId): Promise<UnmarkedPassport[]> {
  const rows = await tx.execute<UnmarkedPassport & Record<string, unknown>>(sql`
    select ${unmarked} from passports where organisation_id = ${organisationId} and state = 'published'`)
  return [...rows]
}

/** Published passports that nobody has looked over since they were published, those that said it first before the others. */
export async function readUnmarked(tx: Transaction, limit: number): Promise<UnmarkedPassport[]> {
  const rows = await tx.execute<UnmarkedPassport & Record<string, unknown>>(sql`
    select ${unmarked} from passports left join passport_signs as signs on signs.organisation_id = passports.organisation_id
    where passports.state = 'published' and signs.version is distinct from passports.version
    order by passports.published_at, passports.organisation_id limit ${limit}`)
  return [...rows]
}

const hashOf = (print: string): string => createHash('sha256').update(print).digest('hex').slice(0, 32)

/**
 * Remembers what a passport says, and since when, and finds what others whose passports are published said before it.
 * @returns the prints that another firm said first, and who said most of them
 */
export async function keepPrints(
  tx: Transaction,
  organisationId: OrganisationId,
  prints: readonly string[],
): Promise<{ readonly saidFirst: ReadonlySet<string>; readonly from: OrganisationId | null }> {
  const byHash = new Map(prints.map((print) => [hashOf(print), print]))
  const hashes = texts([...byHash.keys()])
  await tx.execute(sql`
    delete from passport_prints where organisation_id = ${organisationId} and encode(print, 'hex') <> all(${hashes})`)
  await tx.execute(sql`
    insert into passport_prints (print, organisation_id, since)
    select decode(given, 'hex'), passports.organisation_id, passports.published_at
    from unnest(${hashes}) as given, passports where passports.organisation_id = ${organisationId}
    on conflict do nothing`)
  const rows = await tx.execute<{ print: string; id: OrganisationId }>(sql`
    select encode(own.print, 'hex') as print, first.organisation_id as id
    from passport_prints as own cross join lateral (
      select other.organisation_id from passport_prints as other
      join passports on passports.organisation_id = other.organisation_id and passports.state = 'published'
      where other.print = own.print and (other.since, other.organisation_id) < (own.since, own.organisation_id)
      order by other.since, other.organisation_id limit 1
    ) as first
    where own.organisation_id = ${organisationId}`)
  const times = new Map<OrganisationId, number>()
  for (const { id } of rows) times.set(id, (times.get(id) ?? 0) + 1)
  const [most] = [...times].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return { saidFirst: new Set(rows.flatMap(({ print }) => byHash.get(print) ?? [])), from: most?.[0] ?? null }
}

export type PassportSigns = {
  readonly words: number
  readonly longest: number
  readonly repeated: number
  readonly shared: number
  readonly stuffed: boolean
  readonly copied: readonly EntryId[]
  readonly copiedFrom: OrganisationId | null
}

/** Keeps the signs of a passport; true where other entries count now, so that it has to be ranked again. */
export async function keepSigns(
  tx: Transaction,
  { organisationId, version }: UnmarkedPassport,
  signs: PassportSigns,
): Promise<boolean> {
  const copied = uuids(signs.copied)
  const [row] = await tx.execute<{ changed: boolean }>(sql`
    with known as (select copied from passport_signs where organisation_id = ${organisationId}), kept as (
      insert into passport_signs (organisation_id, version, words, longest, repeated, shared, stuffed, copied, copied_from)
      values (${organisationId}, ${version}, ${signs.words}, ${signs.longest}, ${signs.repeated}, ${signs.shared}, ${signs.stuffed}, ${copied}, ${signs.copiedFrom})
      on conflict (organisation_id) do update set version = excluded.version, words = excluded.words, longest = excluded.longest,
        repeated = excluded.repeated, shared = excluded.shared, stuffed = excluded.stuffed, copied = excluded.copied,
        copied_from = excluded.copied_from, noted_at = clock_timestamp()
    )
    select coalesce((select copied from known), '{}') <> ${copied} as changed`)
  if (row?.changed !== true) return false
  await tx.execute(
    sql`update passports set changed_xid = pg_current_xact_id() where organisation_id = ${organisationId}`,
  )
  return true
}

export type SignedPassport = Omit<PassportSigns, 'copied' | 'copiedFrom'> & {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly copied: number
  readonly copiedFrom: { readonly id: OrganisationId; readonly name: string } | null
}

/** The passports with the plainest signs first; those without any are left out. As enlace_app, for the platform alone. */
export async function listSigns(tx: Transaction, limit: number): Promise<SignedPassport[]> {
  const rows = await tx.execute<SignedPassport & Record<string, unknown>>(sql`
    select signs.organisation_id as "organisationId", organisations.name, signs.words, signs.longest, signs.repeated, signs.shared,
      signs.stuffed, cardinality(signs.copied) as copied,
      case when source.id is not null then json_build_object('id', source.id, 'name', source.name) end as "copiedFrom"
    from passport_signs as signs join organisations on organisations.id = signs.organisation_id
    left join organisations as source on source.id = signs.copied_from
    where signs.stuffed or signs.shared >= 0.5 or signs.repeated >= 0.6
    order by greatest(signs.shared, signs.repeated) desc, signs.organisation_id limit ${limit}`)
  return [...rows]
}
