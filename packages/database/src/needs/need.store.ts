import { and, eq, inArray, sql } from 'drizzle-orm'

import type {
  ExclusionGround,
  Glossary,
  ImportId,
  Need,
  NeedContent,
  NeedId,
  NeedState,
  OrganisationId,
  UserId,
} from '@enlace/domain'

import type { Reader, Transaction } from '../open.ts'
import { rankingLimit } from '../matches/match.store.ts'
import { toInstant, toInstantOrNull } from '../instant.ts'
import { needs } from './need.table.ts'

/** A need with the name of who asks; the reader's rights were settled by row-level security. */
export type NeedRow = Need & {
  readonly buyerName: string
  readonly buyerCountry: string | null
  readonly updatedAt: string
}

export type NewNeed = {
  readonly id: NeedId
  readonly organisationId: OrganisationId
  readonly content: NeedContent
  readonly createdBy: UserId | null
  readonly importId?: ImportId | null
}

/** Adds a draft. */
export async function insertNeed(tx: Transaction, need: NewNeed): Promise<void> {
  await tx.insert(needs).values({
    id: need.id,
    organisationId: need.organisationId,
    state: 'draft',
    content: need.content,
    createdBy: need.createdBy,
    importId: need.importId ?? null,
  })
}

type Row = Record<string, unknown> & {
  id: NeedId
  organisation_id: OrganisationId
  state: NeedState
  version: number
  content: NeedContent
  created_at: string
  updated_at: string
  published_at: string | null
  buyer_name: string
  buyer_country: string | null
  excludes: ExclusionGround[]
}
const toNeed = (row: Row): NeedRow => ({
  id: row.id,
  organisationId: row.organisation_id,
  state: row.state,
  version: row.version,
  createdAt: toInstant(row.created_at),
  updatedAt: toInstant(row.updated_at),
  publishedAt: toInstantOrNull(row.published_at),
  buyerName: row.buyer_name,
  buyerCountry: row.buyer_country,
  excludes: row.excludes,
  // Last, so that all needs have one shape (DECISIONS 160).
  ...row.content,
})
const columns = sql`needs.id, needs.organisation_id, needs.state, needs.version, needs.content, needs.created_at,
  needs.updated_at, needs.published_at, buyer.name as buyer_name, buyer.country as buyer_country, buyer.exclusion_grounds as excludes`

/** The needs of these ids that the actor may see, in no particular order. */
export async function readNeeds(tx: Transaction, ids: readonly NeedId[]): Promise<NeedRow[]> {
  if (ids.length === 0) return []
  const rows = await tx.execute<Row>(sql`
    select ${columns} from needs join organisations as buyer on buyer.id = needs.organisation_id
    where ${inArray(needs.id, [...ids])}`)
  return rows.map(toNeed)
}

/** One need that the actor may see, or null. */
export const readNeed = async (tx: Transaction, id: NeedId): Promise<NeedRow | null> =>
  (await readNeeds(tx, [id]))[0] ?? null

/**
 * Publishes a draft or a new version of a published need: one compare-and-set on state and version, and the
 * version kept for ever. Null where the need was not in `from` at `version` any more.
 */
export async function publishVersion(
  tx: Transaction,
  change: {
    readonly id: NeedId
    readonly from: 'draft' | 'published'
    readonly version: number
    readonly content: NeedContent
    readonly reason: string
    readonly by: UserId | null
  },
): Promise<number | null> {
  const [row] = await tx.execute<{ version: number }>(sql`
    with changed as (
      update needs set state = 'published', version = version + 1, content = ${JSON.stringify(change.content)}::jsonb,
        updated_at = clock_timestamp(), published_at = coalesce(published_at, clock_timestamp()),
        changed_xid = pg_current_xact_id()
      where id = ${change.id} and state = ${change.from} and version = ${change.version}
      returning id, version, content
    )
    insert into need_versions (need_id, version, content, reason, published_by)
    select id, version, content, ${change.reason}, ${change.by}::uuid from changed returning version`)
  return row?.version ?? null
}

/** Replaces a draft's content; false where it is a draft no longer or someone saved before. */
export async function saveDraft(tx: Transaction, id: NeedId, version: number, content: NeedContent): Promise<boolean> {
  const rows = await tx
    .update(needs)
    .set({ content, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(needs.id, id), eq(needs.state, 'draft'), eq(needs.version, version)))
    .returning({ id: needs.id })
  return rows.length === 1
}

/** Ends a need; false where it was in none of the states `from`. */
export async function endNeed(
  tx: Transaction,
  id: NeedId,
  from: readonly NeedState[],
  to: 'closed' | 'cancelled',
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update needs set state = ${to}, updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
    where id = ${id} and state in ${[...from]} returning id`)
  return rows.length === 1
}

export type ListedNeed = NeedRow & { readonly matchCount: number; readonly interestedCount: number }
export type NeedFilter = {
  readonly after: { readonly createdAt: string; readonly id: string } | null
  readonly limit: number
  readonly state: NeedState | null
  readonly kind: string | null
}

/** An organisation's own needs, newest first by keyset on (created, id), with their counts, in one statement. */
export async function listOwnNeeds(
  tx: Transaction,
  organisationId: OrganisationId,
  filter: NeedFilter,
): Promise<ListedNeed[]> {
  const rows = await tx.execute<Row & { match_count: number; interested_count: number }>(sql`
    select ${columns},
      (select count(*)::int from matches where matches.need_id = needs.id and rank <= ${rankingLimit}) as match_count,
      (select count(*)::int from match_answers where match_answers.need_id = needs.id and answer = 'interested') as interested_count
    from needs join organisations as buyer on buyer.id = needs.organisation_id
    where needs.organisation_id = ${organisationId}
      and (${filter.state}::text is null or needs.state = ${filter.state}) and (${filter.kind}::text is null or needs.kind = ${filter.kind})
      and (${filter.after === null} or (date_trunc('milliseconds', needs.created_at), needs.id)
        < (${filter.after?.createdAt ?? null}::timestamptz, ${filter.after?.id ?? null}::uuid))
    order by date_trunc('milliseconds', needs.created_at) desc, needs.id desc limit ${filter.limit}`)
  return rows.map((row) => ({ ...toNeed(row), matchCount: row.match_count, interestedCount: row.interested_count }))
}

/** Ids of open needs, of all buyers or of one, in the order of their ids, behind `after`. */
export async function listOpenNeeds(
  tx: Transaction,
  after: string | null,
  limit: number,
  buyerId: OrganisationId | null = null,
): Promise<NeedId[]> {
  const rows = await tx.execute<{ id: NeedId }>(sql`
    select id from needs where state = 'published' and (${buyerId}::uuid is null or organisation_id = ${buyerId}) and (${after}::uuid is null or id > ${after}) order by id limit ${limit}`)
  return rows.map((row) => row.id)
}

/** Every published version of a need, newest first. */
export async function listVersions(
  tx: Transaction,
  id: NeedId,
): Promise<{ version: number; content: NeedContent; reason: string; publishedAt: string }[]> {
  const rows = await tx.execute<{ version: number; content: NeedContent; reason: string; published_at: string }>(sql`
    select version, content, reason, published_at from need_versions where need_id = ${id} order by version desc limit 200`)
  return rows.map((row) => ({
    version: row.version,
    content: row.content,
    reason: row.reason,
    publishedAt: toInstant(row.published_at),
  }))
}

/** A need as it changed, for in-memory copies; null content where its state is not one that is kept. */
export type ChangedNeed = {
  readonly id: NeedId
  readonly version: number
  readonly content: NeedContent | null
  /** Its buyer's own; null where it keeps none. */
  readonly glossary: Glossary | null
}

/** Needs changed since a snapshot; see readChangedPassports for why the cursor is a snapshot's lower bound. */
export async function readChangedNeeds(
  reader: Reader,
  from: string,
  kept: readonly NeedState[] = ['published'],
): Promise<{ rows: ChangedNeed[]; readOnFrom: string }> {
  // A glossary comes once, with the first need of its buyer.
  const rows = await reader.execute<
    { read_on_from: string } & ((ChangedNeed & { buyer: OrganisationId }) | { id: null })
  >(sql`
    select bound.read_on_from, changed.*
    from (select pg_snapshot_xmin(pg_current_snapshot())::text as read_on_from) as bound
    left join (
      select id, version, needs.organisation_id as buyer, case when state in ${[...kept]} then content end as content,
        case when glossaries.lines is not null and row_number() over (partition by needs.organisation_id order by id) = 1
          then json_build_object('lines', glossaries.lines, 'revision', glossaries.revision) end as glossary
      from needs left join glossaries on glossaries.organisation_id = needs.organisation_id
      where changed_xid >= ${from}::xid8 and version > 0
    ) as changed on true`)
  const found = rows.flatMap((row) => (row.id === null ? [] : [row]))
  const glossaries = new Map(found.flatMap(({ buyer, glossary }) => (glossary === null ? [] : [[buyer, glossary]])))
  return {
    rows: found.map(({ id, version, content, buyer }) => ({
      id,
      version,
      content,
      glossary: glossaries.get(buyer) ?? null,
    })),
    readOnFrom: rows[0]?.read_on_from ?? from,
  }
}
