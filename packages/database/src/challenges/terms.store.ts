import { sql } from 'drizzle-orm'

import type { NdaTier, NeedId, OrganisationId, TermsTemplate, TermsTexts, UserId } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

export type Terms = {
  readonly version: number
  readonly template: TermsTemplate
  readonly tier: NdaTier
  readonly language: 'en' | 'es'
  readonly sections: TermsTexts
  readonly stamp: string
}
export type TermsRow = Terms & { readonly setAt: string }

/** The terms of a challenge in force and those before them, latest first. */
export async function listTerms(reader: Reader, needId: NeedId): Promise<TermsRow[]> {
  const rows = await reader.execute<TermsRow & Record<string, unknown>>(sql`
    select version, template, tier, language, sections, stamp, set_at as "setAt"
    from challenge_terms where need_id = ${needId} order by version desc limit 2`)
  return rows.map((row) => ({ ...row, setAt: toInstant(row.setAt) }))
}

/** Keeps the next version; false where it is there already. */
export async function insertTerms(tx: Transaction, needId: NeedId, terms: Terms, by: UserId): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into challenge_terms (need_id, version, template, tier, language, sections, stamp, set_by)
    values (${needId}, ${terms.version}, ${terms.template}, ${terms.tier}, ${terms.language},
      ${JSON.stringify(terms.sections)}::jsonb, ${terms.stamp}, ${by}) on conflict do nothing returning version`)
  return rows.length === 1
}

/** Accepts a version by its stamp, as a person for an organisation; the first time counts. */
export async function insertAcceptance(
  tx: Transaction,
  given: {
    readonly needId: NeedId
    readonly version: number
    readonly stamp: string
    readonly organisationId: OrganisationId
    readonly userId: UserId
  },
): Promise<void> {
  await tx.execute(sql`
    insert into terms_acceptances (need_id, version, organisation_id, user_id, stamp)
    values (${given.needId}, ${given.version}, ${given.organisationId}, ${given.userId}, ${given.stamp}) on conflict do nothing`)
}

/** When the actor, or where that is enough somebody of its organisation, accepted a version; null where nobody did. */
export async function readAcceptedAt(
  reader: Reader,
  needId: NeedId,
  version: number,
  tier: NdaTier,
): Promise<string | null> {
  const [row] = await reader.execute<{ at: string | null }>(sql`
    select min(accepted_at) as at from terms_acceptances
    where need_id = ${needId} and version = ${version} and organisation_id = acting_organisation()
      and (${tier} <> 'person' or user_id = acting_user())`)
  return toInstantOrNull(row?.at ?? null)
}

export type Acceptance = {
  readonly organisation: { readonly id: OrganisationId; readonly name: string }
  readonly version: number
  readonly stamp: string
  readonly acceptedAt: string
}
const acceptancesShown = 500

/** Who accepted the terms of a challenge, latest first; for its buyer. */
export async function listAcceptances(reader: Reader, needId: NeedId): Promise<Acceptance[]> {
  const rows = await reader.execute<Acceptance & Record<string, unknown>>(sql`
    select json_build_object('id', organisations.id, 'name', organisations.name) as organisation, version, stamp, accepted_at as "acceptedAt"
    from terms_acceptances join organisations on organisations.id = organisation_id
    where need_id = ${needId} order by accepted_at desc limit ${acceptancesShown}`)
  return rows.map((row) => ({ ...row, acceptedAt: toInstant(row.acceptedAt) }))
}

/** Whether a challenge has a confidential part, and what it says to whoever may read it. */
export async function readAnnex(reader: Reader, needId: NeedId): Promise<{ hasAnnex: boolean; annex: string | null }> {
  const [row] = await reader.execute<{ hasAnnex: boolean; annex: string | null }>(sql`
    select challenge_has_annex(${needId}) as "hasAnnex", (select text from challenge_annexes where need_id = ${needId}) as annex`)
  return row ?? { hasAnnex: false, annex: null }
}

export async function keepAnnex(tx: Transaction, needId: NeedId, text: string): Promise<void> {
  await tx.execute(sql`
    insert into challenge_annexes (need_id, text) values (${needId}, ${text})
    on conflict (need_id) do update set text = excluded.text, changed_at = clock_timestamp()`)
}
