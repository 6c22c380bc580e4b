import { sql } from 'drizzle-orm'

import type { InnovationContent, InnovationId, NeedId, NeedReason, OrganisationId, Theme } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

/** How an innovation at a version meets a need at a version. */
export type InnovationFitRow = Pick<NeedReason, 'needId' | 'score' | 'words' | 'category'> & {
  readonly innovationId: InnovationId
  readonly innovationVersion: number
  readonly needVersion: number
}

/**
 * Replaces what is known of an innovation's fits, or of a need's, by those that still hold: where one side was published
 * anew meanwhile, its own reaction comes. As enlace_system.
 * @returns the buyers for whom something came, left or changed
 */
export async function replaceInnovationFits(
  tx: Transaction,
  of: { readonly innovationId: InnovationId } | { readonly needId: NeedId },
  fits: readonly InnovationFitRow[],
): Promise<OrganisationId[]> {
  const those = 'needId' in of ? sql`need_id = ${of.needId}::uuid` : sql`innovation_id = ${of.innovationId}::uuid`
  const key = 'needId' in of ? of.needId : of.innovationId
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`innovation fits of ${key}`}, 0))`)
  const left = await tx.execute<{ buyerId: OrganisationId }>(sql`
    delete from innovation_fits where ${those} returning buyer_id as "buyerId"`)
  // Both sides are held, so that whoever publishes one anew waits for this and then puts it right.
  const came = await tx.execute<{ buyerId: OrganisationId }>(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(fits)}::jsonb) as given ("innovationId" uuid, "needId" uuid, "innovationVersion" int,
        "needVersion" int, score double precision, words text[], category jsonb)
    ), shown as (
      select id, version from innovations where id in (select "innovationId" from given) and state = 'published' order by id for share
    ), asked as (
      select id, version, organisation_id from needs where id in (select "needId" from given) and state in ('published', 'closed') order by id for share
    )
    insert into innovation_fits (innovation_id, need_id, buyer_id, score, words, category)
    select given."innovationId", given."needId", asked.organisation_id, given.score, given.words, given.category
    from given join shown on shown.id = "innovationId" and shown.version = "innovationVersion"
      join asked on asked.id = "needId" and asked.version = "needVersion"
    on conflict (innovation_id, need_id) do update set score = excluded.score, words = excluded.words, category = excluded.category
    returning buyer_id as "buyerId"`)
  return [...new Set([...left, ...came].map(({ buyerId }) => buyerId))].toSorted()
}

/** An innovation as it is shown, for workers. */
export type ShownInnovation = {
  readonly id: InnovationId
  readonly organisationId: OrganisationId
  readonly version: number
  readonly content: InnovationContent
}

/** One that was shown at some time; null content where it is not shown now. */
export type ChangedInnovation = Omit<ShownInnovation, 'content'> & { readonly content: InnovationContent | null }

/** Innovations changed since a snapshot; see readChangedPassports for why the cursor is a snapshot's lower bound. */
export async function readChangedInnovations(
  reader: Reader,
  from: string,
): Promise<{ rows: ChangedInnovation[]; readOnFrom: string }> {
  const rows = await reader.execute<{ read_on_from: string } & (ChangedInnovation | { id: null })>(sql`
    select bound.read_on_from, changed.*
    from (select pg_snapshot_xmin(pg_current_snapshot())::text as read_on_from) as bound
    left join (
      select id, organisation_id as "organisationId", version, case when state = 'published' then published end as content
      from innovations where changed_xid >= ${from}::xid8 and version > 0
    ) as changed on true`)
  return {
    rows: rows.flatMap((row) => (row.id === null ? [] : [row])),
    readOnFrom: rows[0]?.read_on_from ?? from,
  }
}

export type FitRow = {
  readonly id: InnovationId
  readonly supplierId: OrganisationId
  readonly theme: Theme
  readonly publishedAt: string
  readonly needs: readonly NeedReason[]
}

/** Shown innovations that meet some of the acting buyer's needs, and the newest of its own themes, each at most `limit`. */
export async function listFits(reader: Reader, themes: readonly Theme[], limit: number): Promise<FitRow[]> {
  const rows = await reader.execute<FitRow & Record<string, unknown>>(sql`
    with met as (
      select innovation_id, max(score) as best, json_agg(json_build_object('needId', needs.id, 'title', needs.title,
        'language', needs.content ->> 'language', 'open', needs.state = 'published', 'score', score, 'words', to_json(innovation_fits.words), 'category', category)) as needs
      from innovation_fits join needs on needs.id = need_id
      where buyer_id = acting_organisation() group by innovation_id order by best desc limit ${limit}
    ), themed as (
      select id from innovations where state = 'published' and theme in ${themes.length === 0 ? [''] : [...themes]}
      order by published_at desc limit ${limit}
    )
    select innovations.id, innovations.organisation_id as "supplierId", innovations.theme, innovations.published_at as "publishedAt",
      coalesce(met.needs, '[]') as needs
    from innovations left join met on met.innovation_id = innovations.id
    where state = 'published' and (met.needs is not null or innovations.id in (select id from themed))
      and not exists (select from innovation_readers where innovation_readers.innovation_id = innovations.id
        and innovation_readers.organisation_id = acting_organisation() and answer = 'not-for-us')`)
  return rows.map((row) => ({ ...row, publishedAt: toInstant(row.publishedAt) }))
}

/** How many challenges of each theme the acting buyer has or had. */
export async function countThemes(reader: Reader, buyerId: OrganisationId): Promise<ReadonlyMap<Theme, number>> {
  const rows = await reader.execute<{ theme: Theme; count: number }>(sql`
    select challenge_briefs.content ->> 'theme' as theme, count(*)::int as count
    from challenge_briefs join needs on needs.id = need_id
    where needs.organisation_id = ${buyerId} and needs.state <> 'cancelled' group by 1`)
  return new Map(rows.map(({ theme, count }) => [theme, count]))
}
