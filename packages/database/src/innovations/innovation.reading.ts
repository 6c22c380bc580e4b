import { sql, type SQL } from 'drizzle-orm'

import {
  fold,
  type AccessState,
  type Answer,
  type FileId,
  type InnovationContent,
  type InnovationId,
  type InnovationState,
  type LinkageId,
  type Maturity,
  type OrganisationId,
  type Seeking,
  type Theme,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader } from '../open.ts'

/** An innovation as far as the actor may see it: its own with what is being written, another's as it is shown. */
export type InnovationRow = {
  readonly id: InnovationId
  readonly organisationId: OrganisationId
  readonly supplierName: string
  readonly supplierCountry: string | null
  readonly state: InnovationState
  readonly version: number
  readonly content: InnovationContent
  readonly published: InnovationContent | null
  /** Null where there is none, or the actor may not read it. */
  readonly confidential: string | null
  readonly hasConfidential: boolean
  readonly access: AccessState
  readonly answer: Answer | null
  readonly reason: string | null
  readonly linkageId: LinkageId | null
  readonly revision: number
  readonly changed: boolean
  readonly counts: { readonly readers: number; readonly interested: number; readonly asking: number }
  readonly createdAt: string
  readonly publishedAt: string | null
}

type Row = InnovationRow & Record<string, unknown>
const toInnovation = (row: Row): InnovationRow => ({
  ...row,
  createdAt: toInstant(row.createdAt),
  publishedAt: toInstantOrNull(row.publishedAt),
})

/** What row-level security hides of drafts, versions, readers and grants is null here. */
const innovationsWhere = (condition: SQL): SQL => sql`
  select innovations.id, innovations.organisation_id as "organisationId", supplier.name as "supplierName", supplier.country as "supplierCountry",
    innovations.state, innovations.version, coalesce(drafts.content, innovations.published) as content, innovations.published,
    coalesce(drafts.confidential, versions.confidential) as confidential,
    coalesce(drafts.confidential <> '', innovations.confidential) as "hasConfidential",
    case when grants.granted then 'granted' when not grants.granted then 'refused' when own.asked_at is not null then 'asked' else 'none' end as access,
    own.answer, own.reason, innovations.revision,
    (drafts.innovation_id is not null and (drafts.content, drafts.confidential) is distinct from (versions.content, versions.confidential)) as changed,
    (select linkages.id from linkages where buyer_id = acting_organisation() and supplier_id = innovations.organisation_id and stage <> 'stopped') as "linkageId",
    (select json_build_object('readers', count(*), 'interested', count(*) filter (where readers.answer = 'interested'),
        'asking', count(*) filter (where readers.asked_at is not null and asked.granted is null))
      from innovation_readers as readers left join innovation_grants as asked using (innovation_id, organisation_id)
      where readers.innovation_id = innovations.id) as counts,
    innovations.created_at as "createdAt", innovations.published_at as "publishedAt"
  from innovations join organisations as supplier on supplier.id = innovations.organisation_id
    left join innovation_drafts as drafts on drafts.innovation_id = innovations.id
    left join innovation_versions as versions on versions.innovation_id = innovations.id and versions.version = innovations.version
    left join innovation_readers as own on own.innovation_id = innovations.id and own.organisation_id = acting_organisation()
    left join innovation_grants as grants on grants.innovation_id = innovations.id and grants.organisation_id = acting_organisation()
  where ${condition}`

/** One innovation that the actor may see, or null. */
export async function readInnovation(reader: Reader, id: InnovationId): Promise<InnovationRow | null> {
  const [row] = await reader.execute<Row>(innovationsWhere(sql`innovations.id = ${id}`))
  return row === undefined ? null : toInnovation(row)
}

/** Those of these innovations that the actor may see, in no particular order. */
export async function readInnovations(reader: Reader, ids: readonly InnovationId[]): Promise<InnovationRow[]> {
  if (ids.length === 0) return []
  return (await reader.execute<Row>(innovationsWhere(sql`innovations.id in ${[...ids]}`))).map(toInnovation)
}

/** Whether a file stands in an innovation as it is shown to the actor. */
export async function isShownInnovationFile(reader: Reader, id: FileId): Promise<boolean> {
  const rows = await reader.execute(sql`
    select from innovation_files join innovations on innovations.id = innovation_id and innovations.version = innovation_files.version
    where file_id = ${id} and state = 'published' limit 1`)
  return rows.length === 1
}

export type InnovationFilter = {
  readonly text: string
  readonly theme: Theme | null
  readonly maturity: Maturity | null
  readonly seeks: Seeking | null
  readonly after: { readonly at: string; readonly id: string } | null
  readonly limit: number
}

/** Words of a search as a prefix query each; null where it has none. */
const asked = (text: string): string | null => {
  const words =
    fold(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 12) ?? []
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ')
}

/** When an innovation took its place in a list: when it was shown, or for its own people when it was begun. */
export const listedAt = ({ publishedAt, createdAt }: InnovationRow): string => publishedAt ?? createdAt

/** The innovations that the actor may see, the newest first by keyset. */
export async function listInnovations(
  reader: Reader,
  { text, theme, maturity, seeks, after, limit }: InnovationFilter,
): Promise<InnovationRow[]> {
  const words = asked(text)
  if (text !== '' && words === null) return []
  const at = sql`date_trunc('milliseconds', coalesce(innovations.published_at, innovations.created_at))`
  const rows = await reader.execute<Row>(sql`${innovationsWhere(sql`
      (${words}::text is null or innovations.words @@ to_tsquery('simple', ${words}))
      and (${theme}::text is null or coalesce(innovations.theme, drafts.content ->> 'theme') = ${theme})
      and (${maturity}::text is null or coalesce(innovations.maturity, drafts.content ->> 'maturity') = ${maturity})
      and (${seeks}::text is null or coalesce(innovations.published, drafts.content) -> 'seeks' ? ${seeks})
      and (${after === null} or (${at}, innovations.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))`)}
    order by ${at} desc, innovations.id desc limit ${limit}`)
  return rows.map(toInnovation)
}
