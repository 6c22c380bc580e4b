import { sql } from 'drizzle-orm'

import type { NeedContent, NeedId, OrganisationId } from '@enlace/domain'

import { numbers, texts, uuids } from '../arrays.ts'
import { toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'
import type { PublishedPassport } from '../passports/passport.store.ts'
import { readPublishedPassports } from '../passports/passport.store.ts'

export type KeptEmbedder = { readonly id: string; readonly dims: number }

/** The vectors of one version of a thing, one after the other. */
export type Vectors<Id> = { readonly id: Id; readonly version: number; readonly vectors: Int8Array }

/** Makes a model known; one that is known already stays as it is. */
export async function upsertEmbedder(tx: Transaction, { id, dims }: KeptEmbedder): Promise<void> {
  await tx.execute(sql`insert into embedders (id, dims) values (${id}, ${dims}) on conflict do nothing`)
}

type Due = { readonly from: string; readonly limit: number }
export type DuePassports = { readonly passports: readonly PublishedPassport[]; readonly readOnFrom: string }
export type DueNeed = {
  readonly id: NeedId
  readonly organisationId: OrganisationId
  readonly version: number
  readonly content: NeedContent
}
export type DueNeeds = { readonly needs: readonly DueNeed[]; readonly readOnFrom: string }

const bound = sql`(select pg_snapshot_xmin(pg_current_snapshot())::text)`

/** Published passports, changed since `from`, of which an embedder has no vectors of their version. */
export async function readPassportsWithoutVectors(
  tx: Transaction,
  embedder: string,
  { from, limit }: Due,
): Promise<DuePassports> {
  const rows = await tx.execute<{ organisation_id: OrganisationId | null; read_on_from: string }>(sql`
    select due.organisation_id, ${bound} as read_on_from from (select 1) as always left join (
      select organisation_id from passports
      where changed_xid >= ${from}::xid8 and state = 'published' and not exists (
        select from passport_vectors as held where held.embedder = ${embedder}
          and held.organisation_id = passports.organisation_id and held.version = passports.version)
      limit ${limit}
    ) as due on true`)
  const passports = await readPublishedPassports(
    tx,
    rows.flatMap((row) => row.organisation_id ?? []),
  )
  return { passports, readOnFrom: rows[0]?.read_on_from ?? from }
}

/** Open needs, changed since `from`, of which an embedder has no vector of their version; the newest first. */
export async function readNeedsWithoutVectors(
  reader: Reader,
  embedder: string,
  { from, limit }: Due,
): Promise<DueNeeds> {
  const rows = await reader.execute<{ read_on_from: string } & (DueNeed | { id: null })>(sql`
    select ${bound} as read_on_from, due.* from (select 1) as always left join (
      select id, organisation_id as "organisationId", version, content from needs
      where changed_xid >= ${from}::xid8 and state = 'published' and not exists (
        select from need_vectors as held where held.embedder = ${embedder} and held.need_id = needs.id and held.version = needs.version)
      order by published_at desc limit ${limit}
    ) as due on true`)
  return { needs: rows.flatMap((row) => (row.id === null ? [] : [row])), readOnFrom: rows[0]?.read_on_from ?? from }
}

const base64 = (vectors: Int8Array): string =>
  Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength).toString('base64')

const asRows = <Id extends string>(rows: readonly Vectors<Id>[]) => sql`
  unnest(${uuids(rows.map(({ id }) => id))}, ${numbers(rows.map(({ version }) => version))}::int[],
    ${texts(rows.map(({ vectors }) => base64(vectors)))}) as row (id, version, vectors)`

const kept = sql`version = excluded.version, vectors = excluded.vectors, changed_xid = pg_current_xact_id()`

/**
 * Keeps the vectors of passports; those of a version that is held already, or is not the passport's any more, are let go.
 * @returns whose were kept
 */
export async function upsertPassportVectors(
  tx: Transaction,
  embedder: string,
  rows: readonly Vectors<OrganisationId>[],
): Promise<ReadonlySet<OrganisationId>> {
  if (rows.length === 0) return new Set()
  const added = await tx.execute<{ id: OrganisationId }>(sql`
    insert into passport_vectors as known (organisation_id, embedder, version, vectors)
    select row.id, ${embedder}, row.version, decode(vectors, 'base64') from ${asRows(rows)}
      join passports on passports.organisation_id = row.id and passports.version = row.version
    on conflict (embedder, organisation_id) do update set ${kept} where known.version <> excluded.version
    returning organisation_id as id`)
  return new Set(added.map(({ id }) => id))
}

/**
 * Keeps the vector of a need; that of a version that is held already, of an older one, or of a need that is gone, is let go.
 * @returns whether it was kept
 */
export async function upsertNeedVectors(tx: Transaction, embedder: string, need: Vectors<NeedId>): Promise<boolean> {
  const added = await tx.execute(sql`
    insert into need_vectors as known (need_id, embedder, version, vectors)
    select needs.id, ${embedder}, row.version, decode(vectors, 'base64') from ${asRows([need])} join needs on needs.id = row.id
    on conflict (embedder, need_id) do update set ${kept} where known.version < excluded.version
    returning need_id`)
  return added.length > 0
}

/** Says that many passports wait for this embedder. */
export async function setBehind(tx: Transaction, embedder: string): Promise<void> {
  await tx.execute(sql`update embedders set behind = true where id = ${embedder} and not behind`)
}

/**
 * Says that no passport waits any more: from now on this embedder's vectors serve, unless a newer one's do.
 * @returns whether many had been waiting
 */
export async function setLevel(tx: Transaction, embedder: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    update embedders set behind = false, serving_since = coalesce(serving_since, clock_timestamp())
    where id = ${embedder} and behind returning id`)
  return rows.length > 0
}

/** Forgets embedders that another has replaced for so many hours. */
export async function deleteReplacedEmbedders(tx: Transaction, hours: number): Promise<void> {
  await tx.execute(sql`
    delete from embedders where exists (
      select from embedders as newer where newer.serving_since > embedders.started_at and newer.id <> embedders.id
        and newer.serving_since > coalesce(embedders.serving_since, '-infinity')
        and newer.serving_since < clock_timestamp() - make_interval(hours => ${hours}))`)
}

export type ChangedVectors = {
  readonly serving: KeptEmbedder | null
  readonly passports: readonly Vectors<OrganisationId>[]
  readonly needs: readonly Vectors<NeedId>[]
  readonly readOnFrom: string
}

/** The embedder whose vectors serve, and those changed since a snapshot: all of them where another served before. */
export async function readChangedVectors(reader: Reader, from: string, served: string | null): Promise<ChangedVectors> {
  const rows = await reader.execute<{
    read_on_from: string
    embedder: string | null
    dims: number
    of: 'passport' | 'need' | null
    id: string
    version: number
    vectors: Buffer
  }>(sql`
    with serving as (
      select id, dims, case when id = ${served} then ${from}::xid8 else '0'::xid8 end as since from embedders
      where serving_since is not null order by serving_since desc, id limit 1
    ), changed as (
      select 'passport' as of, held.organisation_id as id, held.version, held.vectors from serving
        join passport_vectors as held on held.embedder = serving.id and held.changed_xid >= serving.since
      union all
      select 'need', held.need_id, held.version, held.vectors from serving
        join need_vectors as held on held.embedder = serving.id and held.changed_xid >= serving.since
    )
    select ${bound} as read_on_from, serving.id as embedder, serving.dims, changed.*
    from (select 1) as always left join serving on true left join changed on true`)
  const [first] = rows
  const of = <Id extends string>(wanted: 'passport' | 'need'): Vectors<Id>[] =>
    rows
      .filter((row) => row.of === wanted)
      .map(({ id, version, vectors }) => ({
        id: id as Id,
        version,
        vectors: new Int8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength),
      }))
  return {
    serving: first === undefined || first.embedder === null ? null : { id: first.embedder, dims: first.dims },
    passports: of<OrganisationId>('passport'),
    needs: of<NeedId>('need'),
    readOnFrom: first?.read_on_from ?? from,
  }
}

/** What the workers last said of reading: by which embedder (null before it could be opened), and what failed. */
export async function saveEmbeddingState(
  tx: Transaction,
  { embedder, failure }: { readonly embedder: string | null; readonly failure: string | null },
): Promise<void> {
  await tx.execute(sql`
    insert into embedding_state as known (embedder, failure, failing_since)
    values (${embedder}, ${failure}, case when ${failure}::text is not null then clock_timestamp() end)
    on conflict (single) do update set embedder = excluded.embedder, failure = excluded.failure, looked_at = clock_timestamp(),
      failing_since = case when excluded.failure is not null then coalesce(known.failing_since, clock_timestamp()) end`)
}

export type EmbeddingFigures = {
  readonly embedder: string | null
  readonly failure: string | null
  readonly failingSince: string | null
  /** How many there are to be read. */
  readonly passports: number
  readonly needs: number
  readonly embedders: readonly {
    readonly id: string
    readonly dims: number
    readonly serving: boolean
    readonly passports: number
    readonly needs: number
  }[]
}

/** How far each embedder has come, for operators. */
export async function readEmbeddingFigures(reader: Reader): Promise<EmbeddingFigures> {
  const rows = await reader.execute<{
    embedder: string | null
    failure: string | null
    failing_since: string | null
    id: string | null
    dims: number
    serving: boolean | null
    passports: number
    needs: number
    published: number
    open_needs: number
  }>(sql`select * from embedding_figures()`)
  const [first] = rows
  return {
    embedder: first?.embedder ?? null,
    failure: first?.failure ?? null,
    failingSince: toInstantOrNull(first?.failing_since ?? null),
    passports: first?.published ?? 0,
    needs: first?.open_needs ?? 0,
    embedders: rows.flatMap(({ id, dims, serving, passports, needs }) =>
      id === null ? [] : [{ id, dims, serving: serving ?? false, passports, needs }],
    ),
  }
}
