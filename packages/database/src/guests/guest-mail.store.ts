import { sql } from 'drizzle-orm'

import type { MailId, MatchdayGuestId, MatchdayId, OrganisationId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { brokenPromise } from '../broken-promise.ts'
import { toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

/** A guest to whom a mail goes, or where it is on Enlace its firm that is told there. */
export type ToldGuest = {
  readonly id: MatchdayGuestId
  readonly name: string
} & (
  | { readonly picked: false; readonly email: string; readonly locale: 'en' | 'es' }
  | { readonly picked: true; readonly organisationId: OrganisationId }
)

/** Notes which mail went to each guest last, and the token of its link; the links before stay good. */
export async function noteGuestMails(
  tx: Transaction,
  mails: readonly { readonly id: MatchdayGuestId; readonly tokenHash: string; readonly mailId: MailId }[],
): Promise<void> {
  await tx.execute(sql`
    with one as (select * from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) as one (id uuid, "tokenHash" text, "mailId" uuid)),
      linked as (insert into matchday_guest_tokens (hash, guest_id) select "tokenHash", id from one)
    update matchday_guests set mail_id = one."mailId", undelivered_at = null, refusal = null from one where matchday_guests.id = one.id`)
}

/** Ends all links of guests. */
export async function dropGuestTokens(
  tx: Transaction,
  guests: readonly { readonly id: MatchdayGuestId }[],
): Promise<void> {
  await tx.execute(sql`delete from matchday_guest_tokens where guest_id = any(${uuids(guests.map(({ id }) => id))})`)
}

const due = (days: number) =>
  sql`state = 'invited' and undelivered_at is null and coalesce(reminded_at, invited_at) <= clock_timestamp() - make_interval(days => ${days})`

/** Takes all guests who have not answered and heard nothing for so many days; each is taken by one reminder. */
export async function takeReminders(tx: Transaction, matchdayId: MatchdayId, days: number): Promise<ToldGuest[]> {
  const rows = await tx.execute<ToldGuest & Record<string, unknown>>(sql`
    update matchday_guests set reminded_at = clock_timestamp() where matchday_id = ${matchdayId} and ${due(days)}
    returning id, name, email, locale, picked, organisation_id as "organisationId"`)
  return [...rows]
}

/** When the next guest may be reminded; null where nobody waits to answer. */
export async function nextReminder(reader: Reader, matchdayId: MatchdayId, days: number): Promise<string | null> {
  const [row] = await reader.execute<{ at: string | null }>(sql`
    select min(coalesce(reminded_at, invited_at)) + make_interval(days => ${days}) as at from matchday_guests
    where matchday_id = ${matchdayId} and state = 'invited' and undelivered_at is null`)
  return toInstantOrNull(row?.at ?? null)
}

/**
 * Gives a guest who has not answered another address; its links end.
 * @returns whom to invite there; null where there is no such guest, "taken" where the address is another guest's
 */
export async function mendAddress(
  tx: Transaction,
  matchdayId: MatchdayId,
  id: MatchdayGuestId,
  email: string,
): Promise<(ToldGuest & { readonly picked: false }) | 'taken' | null> {
  try {
    const rows = await tx.transaction((inner) =>
      inner.execute<ToldGuest & { readonly picked: false } & Record<string, unknown>>(sql`
        update matchday_guests set email = ${email}, undelivered_at = null, refusal = null, reminded_at = null, invited_at = clock_timestamp()
        where id = ${id} and matchday_id = ${matchdayId} and state = 'invited' and not picked
        returning id, name, email, locale, picked`),
    )
    await dropGuestTokens(tx, rows)
    return rows[0] ?? null
  } catch (error) {
    if (brokenPromise(error).constraint !== 'matchday_guests_matchday_id_email_key') throw error
    return 'taken'
  }
}

/** Notes that the address of a guest refused its last mail for good, and why; its matchday. As enlace_system. */
export async function noteGuestRefusal(
  tx: Transaction,
  mailId: MailId,
  refusal: string,
): Promise<{ readonly matchdayId: MatchdayId; readonly organisationId: OrganisationId } | null> {
  const [row] = await tx.execute<{ matchdayId: MatchdayId; organisationId: OrganisationId }>(sql`
    update matchday_guests as guests set undelivered_at = clock_timestamp(), refusal = ${refusal} from matchdays
    where matchdays.id = guests.matchday_id and guests.mail_id = ${mailId} and undelivered_at is null
    returning matchdays.id as "matchdayId", matchdays.organisation_id as "organisationId"`)
  return row ?? null
}
