import { sql, type SQL } from 'drizzle-orm'

import type { LinkageView } from '@enlace/contracts'
import type {
  CallId,
  LinkageId,
  OrganisationId,
  SampleId,
  SampleVerdict,
  TermId,
  TermKind,
  UserId,
  ValueKind,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

type By = { readonly organisationId: OrganisationId; readonly userId: UserId | null }
type Sample = LinkageView['samples'][number]
type Term = LinkageView['terms'][number]

const sideOf = (table: string): SQL =>
  sql.raw(`case ${table}.organisation_id when linkages.buyer_id then 'buyer' else 'supplier' end`)

/** The calls that the contracts of a linkage came by, oldest first, as far as the actor sees them. */
export async function listContractCalls(tx: Transaction, id: LinkageId): Promise<LinkageView['calls']> {
  const rows = await tx.execute<LinkageView['calls'][number]>(sql`
    select id, title from calls
    where id in (select call_id from linkage_values where linkage_id = ${id} and call_id is not null) order by created_at, id`)
  return [...rows]
}

/** Whether a contract of this linkage came by the call: its value was entered with the closing. */
export async function isContractCall(tx: Transaction, id: LinkageId, callId: CallId): Promise<boolean> {
  const rows = await tx.execute(
    sql`select from linkage_values where linkage_id = ${id} and call_id = ${callId} limit 1`,
  )
  return rows.length > 0
}

/** Adds what a side states to a locked linkage; false where it said exactly that last, so that a repeat changes nothing. */
export async function insertValue(
  tx: Transaction,
  id: LinkageId,
  by: By,
  figure: {
    readonly of: ValueKind
    readonly year: number | null
    readonly callId: CallId | null
    readonly amountMinor: number
    readonly currency: string
  },
): Promise<boolean> {
  const { of, year, callId, amountMinor, currency } = figure
  const [last] = await tx.execute<{ same: boolean }>(sql`
    select amount_minor = ${amountMinor} and currency = ${currency} as same from linkage_values
    where linkage_id = ${id} and organisation_id = ${by.organisationId} and what = ${of} and year is not distinct from ${year}::int
      and call_id is not distinct from ${callId}::uuid
    order by seq desc limit 1`)
  if (last?.same === true) return false
  await tx.execute(sql`
    insert into linkage_values (linkage_id, seq, organisation_id, what, year, call_id, amount_minor, currency, stated_by)
    select ${id}::uuid, coalesce(max(seq), 0) + 1, ${by.organisationId}::uuid, ${of}, ${year}::int, ${callId}::uuid, ${amountMinor}::bigint, ${currency}, ${by.userId}::uuid
    from linkage_values where linkage_id = ${id}`)
  return true
}

export async function insertSample(
  tx: Transaction,
  id: SampleId,
  linkageId: LinkageId,
  by: By,
  what: string,
): Promise<void> {
  await tx.execute(sql`
    insert into linkage_samples (id, linkage_id, what, organisation_id) values (${id}, ${linkageId}, ${what}, ${by.organisationId})`)
}

/** Notes once that a sample is on its way; null where there is none such, false where it was judged already. */
export async function markSampleSent(tx: Transaction, linkageId: LinkageId, id: SampleId): Promise<boolean | null> {
  const [row] = await tx.execute<{ open: boolean }>(sql`
    select verdict is null as open from linkage_samples where id = ${id} and linkage_id = ${linkageId}`)
  if (row === undefined) return null
  await tx.execute(sql`
    update linkage_samples set sent_at = clock_timestamp() where id = ${id} and sent_at is null and verdict is null`)
  return row.open
}

/** Keeps the buyer's verdict on a sample, the first one; null where there is no such sample, false where it has one. */
export async function judgeSample(
  tx: Transaction,
  linkageId: LinkageId,
  id: SampleId,
  given: { readonly verdict: SampleVerdict; readonly reason: string; readonly userId: UserId },
): Promise<boolean | null> {
  const judged = await tx.execute(sql`
    update linkage_samples set verdict = ${given.verdict}, verdict_reason = ${given.reason}, judged_at = clock_timestamp(), judged_by = ${given.userId}
    where id = ${id} and linkage_id = ${linkageId} and verdict is null returning id`)
  if (judged.length === 1) return true
  const known = await tx.execute(sql`select from linkage_samples where id = ${id} and linkage_id = ${linkageId}`)
  return known.length === 1 ? false : null
}

export async function listSamples(tx: Transaction, id: LinkageId): Promise<Sample[]> {
  const rows = await tx.execute<Sample & Record<string, unknown>>(sql`
    select linkage_samples.id, what, ${sideOf('linkage_samples')} as "askedBy", asked_at as "askedAt", sent_at as "sentAt",
      verdict, verdict_reason as "verdictReason", judged_at as "judgedAt"
    from linkage_samples join linkages on linkages.id = linkage_id where linkage_id = ${id} order by asked_at, linkage_samples.id`)
  return rows.map((row) => ({
    ...row,
    askedAt: toInstant(row.askedAt),
    sentAt: toInstantOrNull(row.sentAt),
    judgedAt: toInstantOrNull(row.judgedAt),
  }))
}

/** Puts a term on the table; false where its last day is not ahead. */
export async function insertTerm(
  tx: Transaction,
  id: TermId,
  linkageId: LinkageId,
  by: By,
  term: { readonly kind: TermKind; readonly scope: string; readonly endsOn: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into linkage_terms (id, linkage_id, kind, scope, ends_on, organisation_id)
    select ${id}::uuid, ${linkageId}::uuid, ${term.kind}, ${term.scope}, ${term.endsOn}::date, ${by.organisationId}::uuid
    where ${term.endsOn}::date > (clock_timestamp() at time zone 'UTC')::date returning id`)
  return rows.length === 1
}

type TermOutcome = 'done' | 'known' | 'refused' | 'absent'
const outcomeOf = async (tx: Transaction, changed: number, known: SQL, id: TermId): Promise<TermOutcome> => {
  if (changed === 1) return 'done'
  const [row] = await tx.execute<{ known: boolean }>(sql`select ${known} as known from linkage_terms where id = ${id}`)
  return row === undefined ? 'absent' : row.known ? 'known' : 'refused'
}

/** Agrees to a term that the other side proposed and nobody withdrew. */
export async function agreeTerm(tx: Transaction, linkageId: LinkageId, id: TermId, by: By): Promise<TermOutcome> {
  const rows = await tx.execute(sql`
    update linkage_terms set agreed_at = clock_timestamp(), agreed_by = ${by.userId}
    where id = ${id} and linkage_id = ${linkageId} and organisation_id <> ${by.organisationId} and agreed_at is null and withdrawn_at is null
    returning id`)
  return outcomeOf(tx, rows.length, sql`agreed_at is not null`, id)
}

/** Takes a term off the table that is not agreed. */
export async function withdrawTerm(tx: Transaction, linkageId: LinkageId, id: TermId): Promise<TermOutcome> {
  const rows = await tx.execute(sql`
    update linkage_terms set withdrawn_at = clock_timestamp()
    where id = ${id} and linkage_id = ${linkageId} and agreed_at is null and withdrawn_at is null returning id`)
  return outcomeOf(tx, rows.length, sql`withdrawn_at is not null`, id)
}

/** Terms that are agreed or on the table. */
export async function listTerms(tx: Transaction, id: LinkageId): Promise<Term[]> {
  const rows = await tx.execute<Term & Record<string, unknown>>(sql`
    select linkage_terms.id, kind, scope, to_char(ends_on, 'YYYY-MM-DD') as "endsOn", ${sideOf('linkage_terms')} as "proposedBy",
      proposed_at as "proposedAt", agreed_at as "agreedAt"
    from linkage_terms join linkages on linkages.id = linkage_id where linkage_id = ${id} and withdrawn_at is null
    order by proposed_at, linkage_terms.id`)
  return rows.map((row) => ({ ...row, proposedAt: toInstant(row.proposedAt), agreedAt: toInstantOrNull(row.agreedAt) }))
}

/** A term that ends within so many days and of which nobody was reminded; it counts as reminded now. As enlace_system. */
export async function claimEndingTerm(
  tx: Transaction,
  now: Date,
  days: number,
): Promise<{ linkageId: LinkageId; kind: TermKind; endsOn: string } | null> {
  const [row] = await tx.execute<{ linkageId: LinkageId; kind: TermKind; endsOn: string }>(sql`
    update linkage_terms set reminded_at = ${now.toISOString()} where id = (
      select id from linkage_terms where agreed_at is not null and reminded_at is null
        and ends_on <= (${now.toISOString()}::timestamptz at time zone 'UTC')::date + ${days}::int
        and ends_on >= (${now.toISOString()}::timestamptz at time zone 'UTC')::date
      order by ends_on limit 1 for update skip locked)
    returning linkage_id as "linkageId", kind, to_char(ends_on, 'YYYY-MM-DD') as "endsOn"`)
  return row ?? null
}
