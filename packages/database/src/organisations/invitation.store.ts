import { sql } from 'drizzle-orm'

import type { InvitationId, MailId, MemberRole, OrganisationId, OrganisationKind, UserId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

export type InvitationRow = {
  readonly id: InvitationId
  readonly email: string
  readonly role: MemberRole
  readonly createdAt: string
  readonly expiresAt: string
  readonly expired: boolean
  /** The codes by which its address refused the mail for good; null where it did not. */
  readonly refusal: string | null
}
type Row = {
  id: InvitationId
  email: string
  role: MemberRole
  created_at: string
  expires_at: string
  expired: boolean
  refusal: string | null
}
const toRow = (row: Row): InvitationRow => ({
  id: row.id,
  email: row.email,
  role: row.role,
  createdAt: toInstant(row.created_at),
  expiresAt: toInstant(row.expires_at),
  expired: row.expired,
  refusal: row.refusal,
})
const columns = sql`id, email, role, created_at, expires_at, expires_at < clock_timestamp() as expired, refusal`

/** Withdraws the open invitation of an address and writes down a new one; the unique index keeps them from being two. */
export async function replaceInvitation(
  tx: Transaction,
  invitation: {
    readonly id: InvitationId
    readonly organisationId: OrganisationId
    readonly email: string
    readonly role: MemberRole
    readonly tokenHash: string
    readonly invitedBy: UserId
    readonly mailId: MailId
  },
): Promise<InvitationRow> {
  await tx.execute(sql`
    update invitations set withdrawn_at = clock_timestamp()
    where organisation_id = ${invitation.organisationId} and email = ${invitation.email} and accepted_at is null and withdrawn_at is null`)
  const [row] = await tx.execute<Row>(sql`
    insert into invitations (id, organisation_id, email, role, token_hash, invited_by, mail_id)
    values (${invitation.id}, ${invitation.organisationId}, ${invitation.email}, ${invitation.role}, ${invitation.tokenHash}, ${invitation.invitedBy}, ${invitation.mailId})
    returning ${columns}`)
  if (row === undefined) throw new Error('an insert returned no row')
  return toRow(row)
}

/** Notes that the address of an invitation refused its mail for good, and why; what it is of. As enlace_system. */
export async function noteInvitationRefusal(
  tx: Transaction,
  mailId: MailId,
  refusal: string,
): Promise<{ readonly organisationId: OrganisationId; readonly invitationId: InvitationId } | null> {
  const [row] = await tx.execute<{ organisationId: OrganisationId; invitationId: InvitationId }>(sql`
    update invitations set refusal = ${refusal} where mail_id = ${mailId} and refusal is null
    returning organisation_id as "organisationId", id as "invitationId"`)
  return row ?? null
}

/** Open invitations, newest first; ids rise with time. */
export async function listInvitations(
  tx: Transaction,
  organisationId: OrganisationId,
  page: { readonly before: string | null; readonly limit: number },
): Promise<InvitationRow[]> {
  const rows = await tx.execute<Row>(sql`
    select ${columns} from invitations
    where organisation_id = ${organisationId} and accepted_at is null and withdrawn_at is null
      and (${page.before}::uuid is null or id < ${page.before}) order by id desc limit ${page.limit}`)
  return rows.map(toRow)
}

/** Withdraws an open invitation; false where there is none such. */
export async function withdrawMemberInvitation(
  tx: Transaction,
  organisationId: OrganisationId,
  id: InvitationId,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update invitations set withdrawn_at = clock_timestamp()
    where id = ${id} and organisation_id = ${organisationId} and accepted_at is null and withdrawn_at is null returning id`)
  return rows.length === 1
}

export type OpenInvitation = {
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly kind: OrganisationKind
  readonly email: string
  readonly role: MemberRole
  readonly invitedBy: string | null
  readonly expiresAt: string
}

/** What an invitation is for, by the hash of its token; null where it expired, was used or withdrawn. As enlace_identity. */
export async function readInvitation(tx: Transaction, tokenHash: string): Promise<OpenInvitation | null> {
  const [row] = await tx.execute<OpenInvitation & Record<string, unknown>>(sql`
    select i.organisation_id as "organisationId", o.name as "organisationName", o.kind, i.email, i.role, u.name as "invitedBy", i.expires_at as "expiresAt"
    from invitations i join organisations o on o.id = i.organisation_id left join users u on u.id = i.invited_by
    where i.token_hash = ${tokenHash} and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > clock_timestamp()`)
  return row === undefined ? null : { ...row, expiresAt: toInstant(row.expiresAt) }
}

/** Uses an invitation up, once, for the person whose address it was sent to; null where that is not so. As enlace_identity. */
export async function useInvitation(
  tx: Transaction,
  tokenHash: string,
  userId: UserId,
): Promise<{ organisationId: OrganisationId; role: MemberRole } | null> {
  const [row] = await tx.execute<{ organisation_id: OrganisationId; role: MemberRole }>(sql`
    update invitations set accepted_at = clock_timestamp()
    where token_hash = ${tokenHash} and accepted_at is null and withdrawn_at is null and expires_at > clock_timestamp()
      and exists (select from users where users.id = ${userId} and users.email = invitations.email and users.email_verified)
    returning organisation_id, role`)
  return row === undefined ? null : { organisationId: row.organisation_id, role: row.role }
}
