import { teamParts, type NeedId, type OrganisationId, type ProposalId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const organisationCard = z.object({ id: wire.id<OrganisationId>(), name: z.string() })

export const teamView = z.object({
  needId: wire.id<NeedId>(),
  lead: organisationCard,
  /** Whether the caller's organisation leads, takes part as such, or was asked to. */
  leads: z.boolean(),
  part: z.nullable(z.enum(teamParts)),
  accepted: z.boolean(),
  members: z.array(
    z.object({ organisation: organisationCard, part: z.enum(teamParts), acceptedAt: z.nullable(wire.instant) }),
  ),
  /** What coaches and team say to each other; the buyer never reads it. */
  comments: z.array(
    z.object({
      id: z.string(),
      organisation: organisationCard,
      kind: z.enum(['comment', 'mock-review']),
      text: z.string(),
      mark: z.nullable(z.int()),
      writtenAt: wire.instant,
    }),
  ),
})
export type TeamView = DeepReadonly<z.output<typeof teamView>>

const common = { noun: 'challenges', access: 'member' } as const
const params = z.object({ id: wire.id<ProposalId>() })

export const readTeam = endpoint({
  ...common,
  name: 'readTeam',
  summary: 'Who proposes together and who coaches, with what they say to each other; for them alone.',
  method: 'GET',
  path: '/api/proposals/:id/team',
  params,
  response: teamView,
})

export const inviteToTeam = endpoint({
  ...common,
  name: 'inviteToTeam',
  summary: 'Ask a firm or a research body to propose together, or an agency or expert to coach; each says yes itself.',
  method: 'POST',
  path: '/api/proposals/:id/team',
  params,
  body: z.object({ organisationId: wire.id<OrganisationId>(), part: z.enum(teamParts) }),
  success: 201,
  response: teamView,
  problems: ['team.kind'],
})

export const joinTeam = endpoint({
  ...common,
  name: 'joinTeam',
  summary: 'Say yes to taking part in a proposal.',
  method: 'POST',
  path: '/api/proposals/:id/team/acceptance',
  params,
  response: teamView,
})

export const leaveTeam = endpoint({
  ...common,
  name: 'leaveTeam',
  summary: 'Take an organisation out of a team, as the one that leads or for oneself.',
  method: 'DELETE',
  path: '/api/proposals/:id/team/:organisationId',
  params: z.object({ id: wire.id<ProposalId>(), organisationId: wire.id<OrganisationId>() }),
  success: 204,
})

export const commentOnProposal = endpoint({
  ...common,
  name: 'commentOnProposal',
  summary: 'Comment on a proposal as its team or coach, or review it as its buyer might, with a mark.',
  method: 'POST',
  path: '/api/proposals/:id/comments',
  params,
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('comment'), text: wire.text(4000, 1) }),
    z.object({ kind: z.literal('mock-review'), text: wire.text(4000, 1), mark: z.int().check(z.gte(1), z.lte(5)) }),
  ]),
  success: 201,
  response: teamView,
})
