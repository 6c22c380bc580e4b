import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import type { OrganisationId, ProposalId, TeamPart, UserId } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

type Named = { readonly id: OrganisationId; readonly name: string }
export type TeamMember = { readonly organisation: Named; readonly part: TeamPart; readonly acceptedAt: string | null }

/** Who takes part in a proposal or was asked to, as far as the actor may know, in the order in which they were asked. */
export async function listTeamMembers(reader: Reader, id: ProposalId): Promise<TeamMember[]> {
  const rows = await reader.execute<TeamMember & Record<string, unknown>>(sql`
    select json_build_object('id', organisations.id, 'name', organisations.name) as organisation, part, accepted_at as "acceptedAt"
    from proposal_team join organisations on organisations.id = organisation_id
    where proposal_id = ${id} order by invited_at, organisation_id`)
  return rows.map((row) => ({ ...row, acceptedAt: toInstantOrNull(row.acceptedAt) }))
}

export async function insertTeamMember(
  tx: Transaction,
  id: ProposalId,
  organisationId: OrganisationId,
  part: TeamPart,
): Promise<void> {
  await tx.execute(sql`
    insert into proposal_team (proposal_id, organisation_id, part) values (${id}, ${organisationId}, ${part}) on conflict do nothing`)
}

/** Says yes for the acting organisation; false where it was not asked. */
export async function acceptTeam(tx: Transaction, id: ProposalId, organisationId: OrganisationId): Promise<boolean> {
  const rows = await tx.execute(sql`
    update proposal_team set accepted_at = coalesce(accepted_at, clock_timestamp())
    where proposal_id = ${id} and organisation_id = ${organisationId} returning organisation_id`)
  return rows.length === 1
}

export async function deleteTeamMember(
  tx: Transaction,
  id: ProposalId,
  organisationId: OrganisationId,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    delete from proposal_team where proposal_id = ${id} and organisation_id = ${organisationId} returning organisation_id`)
  return rows.length === 1
}

export type ProposalComment = {
  readonly id: string
  readonly organisation: Named
  readonly kind: 'comment' | 'mock-review'
  readonly text: string
  readonly mark: number | null
  readonly writtenAt: string
}
const commentsShown = 500

/** What coaches and team said to each other, oldest first. */
export async function listComments(reader: Reader, id: ProposalId): Promise<ProposalComment[]> {
  const rows = await reader.execute<ProposalComment & Record<string, unknown>>(sql`
    select comments.id, json_build_object('id', organisations.id, 'name', organisations.name) as organisation,
      comments.kind, comments.text, comments.mark, comments.written_at as "writtenAt"
    from proposal_comments as comments join organisations on organisations.id = comments.organisation_id
    where comments.proposal_id = ${id} order by comments.written_at, comments.id limit ${commentsShown}`)
  return rows.map((row) => ({ ...row, writtenAt: toInstant(row.writtenAt) }))
}

export async function insertComment(
  tx: Transaction,
  id: ProposalId,
  comment: Pick<ProposalComment, 'kind' | 'text' | 'mark'>,
  by: { readonly organisationId: OrganisationId; readonly userId: UserId },
): Promise<void> {
  await tx.execute(sql`
    insert into proposal_comments (id, proposal_id, organisation_id, user_id, kind, text, mark)
    values (${uuidv7()}, ${id}, ${by.organisationId}, ${by.userId}, ${comment.kind}, ${comment.text}, ${comment.mark}::int)`)
}
