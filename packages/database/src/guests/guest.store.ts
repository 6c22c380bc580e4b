import { sql } from 'drizzle-orm'

import type {
  GuestLine,
  GuestState,
  MatchdayContent,
  MatchdayGuestId,
  MatchdayId,
  MatchdaySide,
  OrganisationId,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'
import { dropGuestTokens } from './guest-mail.store.ts'

export type GuestRow = {
  readonly id: MatchdayGuestId
  readonly name: string
  /** Null for a firm on Enlace that was picked, and once it was forgotten. */
  readonly email: string | null
  /** Whom the organiser picked, or as whom a guest by mail registered. */
  readonly organisationId: OrganisationId | null
  readonly picked: boolean
  readonly preApproved: boolean
  readonly side: MatchdaySide
  readonly state: GuestState
  readonly invitedAt: string
  readonly settledAt: string | null
  readonly remindedAt: string | null
  /** Its address refused the last mail for good. */
  readonly undelivered: boolean
  /** By which codes; null for mails before they were kept. */
  readonly refusal: string | null
}

/** The guests of a matchday by name, as far as the actor may know. */
export async function listGuests(reader: Reader, matchdayId: MatchdayId): Promise<GuestRow[]> {
  const rows = await reader.execute<GuestRow & Record<string, unknown>>(sql`
    select id, name, email, organisation_id as "organisationId", picked, pre_approved as "preApproved", side, state, invited_at as "invitedAt", settled_at as "settledAt",
      reminded_at as "remindedAt", undelivered_at is not null as undelivered, refusal
    from matchday_guests where matchday_id = ${matchdayId} order by name, id`)
  return rows.map((row) => ({
    ...row,
    invitedAt: toInstant(row.invitedAt),
    settledAt: toInstantOrNull(row.settledAt),
    remindedAt: toInstantOrNull(row.remindedAt),
  }))
}

/** How many guests a matchday has, whatever they answered. */
export async function countGuests(reader: Reader, matchdayId: MatchdayId): Promise<number> {
  const [row] = await reader.execute<{ count: number }>(
    sql`select count(*)::int as count from matchday_guests where matchday_id = ${matchdayId}`,
  )
  return row?.count ?? 0
}

type NewGuest = GuestLine & {
  readonly id: MatchdayGuestId
  readonly side: MatchdaySide
  readonly locale: 'en' | 'es'
  readonly preApproved: boolean
}

/** Keeps a guest; null where its address is invited or has answered. One that was withdrawn is invited anew, as who it was. */
export async function keepGuest(
  tx: Transaction,
  matchdayId: MatchdayId,
  guest: NewGuest,
): Promise<MatchdayGuestId | null> {
  const [kept] = await tx.execute<{ id: MatchdayGuestId }>(sql`
    insert into matchday_guests as known (id, matchday_id, name, email, side, locale, pre_approved)
    values (${guest.id}, ${matchdayId}, ${guest.name}, ${guest.email}, ${guest.side}, ${guest.locale}, ${guest.preApproved})
    on conflict (matchday_id, email) do update set name = excluded.name, side = excluded.side, locale = excluded.locale,
      pre_approved = excluded.pre_approved, state = 'invited', invited_at = clock_timestamp(), settled_at = null, reminded_at = null
    where known.state = 'withdrawn' returning id`)
  return kept?.id ?? null
}

/** Withdraws an invitation and its links; false where there is none that waits for an answer. */
export async function withdrawGuest(tx: Transaction, matchdayId: MatchdayId, id: MatchdayGuestId): Promise<boolean> {
  const gone = await tx.execute<{ id: MatchdayGuestId }>(sql`
    update matchday_guests set state = 'withdrawn', settled_at = clock_timestamp()
    where id = ${id} and matchday_id = ${matchdayId} and state = 'invited' returning id`)
  await dropGuestTokens(tx, gone)
  return gone.length > 0
}

/** The matchday that a guest is invited to. */
export type OpenGuest = {
  readonly matchdayId: MatchdayId
  readonly side: MatchdaySide
  readonly organisationId: OrganisationId
  readonly organiser: string
  readonly content: MatchdayContent
  readonly startsAt: string
  readonly endsAt: string
}

/** What the holder of a token may know, or null where its invitation is not open. */
export async function readOpenGuest(reader: Reader, tokenHash: string): Promise<OpenGuest | null> {
  const [row] = await reader.execute<OpenGuest & Record<string, unknown>>(sql`
    select matchday_id as "matchdayId", side, organisation_id as "organisationId", organiser, content,
      starts_at as "startsAt", ends_at as "endsAt" from open_guest(${tokenHash})`)
  return row === undefined ? null : { ...row, startsAt: toInstant(row.startsAt), endsAt: toInstant(row.endsAt) }
}

/** Answers for a guest; false where it answered already or is invited no more. */
export async function settleGuest(
  tx: Transaction,
  tokenHash: string,
  answer: 'registered' | 'declined',
): Promise<boolean> {
  const [row] = await tx.execute<{ settled: boolean }>(sql`select settle_guest(${tokenHash}, ${answer}) as settled`)
  return row?.settled ?? false
}

/** Forgets the addresses of guests whose matchday ended this many days ago. */
export async function forgetGuests(tx: Transaction, days: number): Promise<number> {
  const gone = await tx.execute(sql`
    update matchday_guests as guests set email = null from matchdays
    where matchdays.id = guests.matchday_id and email is not null
      and matchdays.ends_at < now() - make_interval(days => ${days}) returning guests.id`)
  return gone.length
}
