import {
  answers,
  stageActs,
  stages,
  type ClusterId,
  type NeedId,
  type OrganisationId,
  type ProposalId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import * as wire from '../wire.ts'

const team = {
  needId: wire.id<NeedId>(),
  supplierId: wire.id<OrganisationId>(),
  proposalId: wire.id<ProposalId>(),
  memberId: wire.id<OrganisationId>(),
}
const organisation = { organisationId: wire.id<OrganisationId>() }
const brief = { needId: wire.id<NeedId>(), organisationId: wire.id<OrganisationId>(), version: z.int() }
/** `organisationId` is the agency that opens the challenge for several buyers. */
const partner = {
  needId: wire.id<NeedId>(),
  organisationId: wire.id<OrganisationId>(),
  buyerId: wire.id<OrganisationId>(),
}
const proposal = {
  needId: wire.id<NeedId>(),
  /** Its buyer, or the agency that opens it for several. */
  organisationId: wire.id<OrganisationId>(),
  supplierId: wire.id<OrganisationId>(),
  proposalId: wire.id<ProposalId>(),
}

/** What happens to challenges and to proposals, see `eventCatalogue`. */
export const challengeEvents = {
  /** A challenge's brief was written or laid before its board, which decided by a vote. */
  'brief.saved': z.object(brief),
  'brief.submitted': z.object(brief),
  'brief.voted': z.object({ ...brief, decision: z.nullable(z.enum(['approved', 'refused'])) }),
  /** A buyer was asked to join a challenge of several, said how it takes part, or declined or left. */
  'buyer.asked': z.object(partner),
  'buyer.joined': z.object(partner),
  'buyer.left': z.object({ ...partner, act: z.enum(['decline', 'leave']) }),
  /** Whom a buyer prescreens, in which clusters, and how it helps them grow. */
  'candidates.changed': z.object({ needId: wire.id<NeedId>(), ...organisation }),
  'reviewer.named': z.object({ needId: wire.id<NeedId>(), ...organisation, reviewerId: wire.id<OrganisationId>() }),
  'cluster.formed': z.object({
    needId: wire.id<NeedId>(),
    ...organisation,
    clusterId: wire.id<ClusterId>(),
    supplierIds: z.array(wire.id<OrganisationId>()),
  }),
  'terms.set': z.object({ needId: wire.id<NeedId>(), ...organisation, version: z.int() }),
  /** `acceptedBy` is the organisation that did; `organisationId` the buyer. */
  'terms.accepted': z.object({
    needId: wire.id<NeedId>(),
    ...organisation,
    version: z.int(),
    acceptedBy: wire.id<OrganisationId>(),
  }),
  'knowledge.deposited': z.object({ needId: wire.id<NeedId>(), ...organisation }),
  'knowledge.revealed': z.object({ needId: wire.id<NeedId>(), ...organisation }),
  /** Known to its firm alone. */
  'proposal.saved': z.object(proposal),
  /** Who proposes together or coaches; the buyer hears nothing of it. */
  'team.asked': z.object(team),
  'team.changed': z.object(team),
  'milestones.changed': z.object(proposal),
  'proposal.moved': z.object({ ...proposal, act: z.enum(stageActs), from: z.enum(stages), to: z.enum(stages) }),
  /** One of several buyers said what it thinks of a proposal, to its firm alone. */
  'proposal.answered': z.object({ ...proposal, buyerId: wire.id<OrganisationId>(), answer: z.enum(answers) }),
} as const
