import { sql } from 'drizzle-orm'

import type { OrganisationId, OrganisationKind, PassportContent, PassportId, PassportState } from '@enlace/domain'

import { toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'
import { presentDay } from '../today.ts'
import { verifiersIn } from './verifiers.ts'

/** A passport as it lies before those who write it, with whose it is and whether it is in the actor's care. */
export type PassportDesk = {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
  readonly country: string | null
  readonly region: string | null
  readonly inCare: boolean
  readonly today: string
  /** Null where nothing was ever saved. */
  readonly passport: {
    readonly state: PassportState
    readonly version: number
    readonly revision: number
    readonly publishedAt: string | null
    readonly savedAt: string | null
    /** Whether what is written differs from what was published last. */
    readonly changed: boolean
    readonly content: PassportContent
  } | null
  /** Who verified its certificates. */
  readonly verifiers: readonly { readonly id: OrganisationId; readonly name: string }[]
}

type Row = Record<string, unknown> & {
  id: OrganisationId
  name: string
  kind: OrganisationKind
  country: string | null
  region: string | null
  in_care: boolean
  today: string
  state: PassportState | null
  version: number
  revision: number
  published_at: string | null
  updated_at: string | null
  changed: boolean
  content: PassportContent
  verifiers: { id: OrganisationId; name: string }[]
}

/** An organisation's passport as far as row-level security shows it, in one statement; null where there is no such organisation. */
export async function readPassportDesk(tx: Transaction, organisationId: OrganisationId): Promise<PassportDesk | null> {
  const [row] = await tx.execute<Row>(sql`
    select organisations.id, organisations.name, organisations.kind, organisations.country, organisations.region,
      acting_agency_of(organisations.id) as in_care, ${presentDay} as today,
      passports.state, passports.version, passports.revision,
      passports.published_at, passports.updated_at, passports.content,
      passports.published is distinct from passports.content as changed,
      ${verifiersIn(sql`passports.content`)} as verifiers
    from organisations left join passports on passports.organisation_id = organisations.id
    where organisations.id = ${organisationId}`)
  if (row === undefined) return null
  const { id, name, kind, country, region, today, verifiers } = row
  const passport =
    row.state === null
      ? null
      : {
          state: row.state,
          version: row.version,
          revision: row.revision,
          publishedAt: toInstantOrNull(row.published_at),
          savedAt: toInstantOrNull(row.updated_at),
          changed: row.changed,
          content: row.content,
        }
  return { organisationId: id, name, kind, country, region, today, inCare: row.in_care, passport, verifiers }
}

/** What became of a save: the new revision, and whether it was the first since the passport was last published. */
export type SavedPassport = { readonly revision: number; readonly begun: boolean }

/** Keeps what was written if nobody saved since `revision` (0: nothing was saved yet); null where somebody did. */
export async function savePassport(
  tx: Transaction,
  save: {
    readonly id: PassportId
    readonly organisationId: OrganisationId
    readonly revision: number
    readonly content: PassportContent
  },
): Promise<SavedPassport | null> {
  const content = JSON.stringify(save.content)
  const rows =
    save.revision === 0
      ? await tx.execute<SavedPassport>(sql`
          insert into passports (id, organisation_id, state, content)
          values (${save.id}, ${save.organisationId}, 'draft', ${content}::jsonb)
          on conflict (organisation_id) do nothing returning revision, true as begun`)
      : await tx.execute<SavedPassport>(sql`
          with known as (
            select id, content is not distinct from published as unchanged from passports
            where organisation_id = ${save.organisationId} and revision = ${save.revision} for update
          )
          update passports set content = ${content}::jsonb, revision = revision + 1, updated_at = clock_timestamp()
          from known where passports.id = known.id
          returning passports.revision, known.unchanged as begun`)
  const [row] = rows
  return row ?? null
}

/** Takes a published passport off the market; null where it is not published. */
export async function withdrawPassport(tx: Transaction, organisationId: OrganisationId): Promise<number | null> {
  const [row] = await tx.execute<{ version: number }>(sql`
    update passports set state = 'withdrawn', updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
    where organisation_id = ${organisationId} and state = 'published' returning version`)
  return row?.version ?? null
}
