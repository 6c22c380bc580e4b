import {
  answers,
  choices,
  envelopes,
  exclusionGrounds,
  type BidId,
  type CallId,
  type CallSignId,
  linkageSides,
  linkageStages,
  type EventId,
  type ImportId,
  type InnovationId,
  type LinkageId,
  type MailId,
  type ModelId,
  type MergeId,
  type NeedId,
  type OpenerKeyId,
  type OrganisationId,
  type SeatId,
  type UserId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import * as wire from '../wire.ts'
import { boardEvents } from './board-events.ts'
import { challengeEvents } from './challenge-events.ts'
import { matchdayEvents } from './matchday-events.ts'
import { outcomeEvents } from './outcome-events.ts'
import { roomEvents } from './room-events.ts'

const need = { needId: wire.id<NeedId>(), organisationId: wire.id<OrganisationId>(), version: z.int() }
const pair = {
  needId: wire.id<NeedId>(),
  organisationId: wire.id<OrganisationId>(),
  supplierId: wire.id<OrganisationId>(),
}
const innovation = { innovationId: wire.id<InnovationId>(), organisationId: wire.id<OrganisationId>() }
const linkage = {
  linkageId: wire.id<LinkageId>(),
  buyerId: wire.id<OrganisationId>(),
  supplierId: wire.id<OrganisationId>(),
}
const passport = { organisationId: wire.id<OrganisationId>(), version: z.int() }
const merge = {
  organisationId: wire.id<OrganisationId>(),
  absorbedId: wire.id<OrganisationId>(),
  mergeId: wire.id<MergeId>(),
}
const call = { callId: wire.id<CallId>(), organisationId: wire.id<OrganisationId>(), version: z.int() }
const bid = { callId: wire.id<CallId>(), bidId: wire.id<BidId>(), organisationId: wire.id<OrganisationId>() }
const openerKey = { userId: wire.id<UserId>(), openerKeyId: wire.id<OpenerKeyId>() }
const organisation = { organisationId: wire.id<OrganisationId>() }

/**
 * Every event there is, with the shape of its payload. Payloads carry ids and facts that never change
 * afterwards; consumers read the current rows.
 */
export const eventCatalogue = {
  'need.drafted': z.object(need),
  'need.published': z.object(need),
  'need.amended': z.object(need),
  'need.closed': z.object(need),
  'need.cancelled': z.object(need),
  /** Its buyer said how much each criterion counts; `weights` is the version now in force. */
  'need.weighed': z.object({ ...need, weights: z.string() }),
  /** A ranking was stored; `changedSuppliers` are those whose own list of needs changed by it, at most 200. */
  'need.matched': z.object({
    ...need,
    considered: z.int(),
    matched: z.int(),
    changedSuppliers: z.array(wire.id<OrganisationId>()),
  }),
  ...matchdayEvents,
  ...boardEvents,
  ...outcomeEvents,
  ...roomEvents,
  ...challengeEvents,
  /** `organisationId` is the supplier, `readerId` who read and answered or asked. */
  'innovation.drafted': z.object(innovation),
  'innovation.published': z.object({ ...innovation, version: z.int() }),
  'innovation.withdrawn': z.object(innovation),
  /** It was weighed against what buyers asked for; `buyers` are those for whom it came, left or changed, at most 200. */
  'innovation.matched': z.object({ ...innovation, buyers: z.array(wire.id<OrganisationId>()) }),
  'innovation.answered': z.object({ ...innovation, readerId: wire.id<OrganisationId>(), answer: z.enum(answers) }),
  'innovation.asked': z.object({ ...innovation, readerId: wire.id<OrganisationId>() }),
  'innovation.opened': z.object({ ...innovation, readerId: wire.id<OrganisationId>(), granted: z.boolean() }),
  'match.answered': z.object({ ...pair, answer: z.enum(answers) }),
  'match.judged': z.object({ ...pair, verdict: z.enum(['invite', 'withdraw-invitation', 'dismiss', 'restore']) }),
  /** Null where the buyer took back what it chose. */
  'match.chosen': z.object({ ...pair, choice: z.nullable(z.enum(choices)) }),
  'passport.drafted': z.object(passport),
  'passport.published': z.object(passport),
  'passport.withdrawn': z.object(passport),
  /** Other entries of a passport count than before, since it was looked over. */
  'passport.marked': z.object(passport),
  /** A passport was scored against open needs; `changedNeeds` are those whose ranking changed, at most 200. */
  'passport.matched': z.object({
    ...passport,
    considered: z.int(),
    changedNeeds: z.array(z.object({ needId: wire.id<NeedId>(), organisationId: wire.id<OrganisationId>() })),
  }),
  /** Many passports came or went at once; `organisationId` is the agency that brought them. */
  'passports.imported': z.object({ ...organisation, importId: wire.id<ImportId>(), count: z.int() }),
  /** What it means was read by a model, so it can be ranked by that too. */
  'need.embedded': z.object(need),
  'passport.embedded': z.object(passport),
  /** The same for so many passports that open needs are ranked once for all. */
  'passports.embedded': z.object({ embedder: z.string() }),
  /** One supplier went into another; `organisationId` is the one that stays. */
  'supplier.merged': z.object(merge),
  'supplier.unmerged': z.object(merge),
  'call.drafted': z.object(call),
  'call.published': z.object(call),
  'call.amended': z.object(call),
  'call.cancelled': z.object(call),
  /** Suppliers were asked by name after the publication. */
  'call.invited': z.object({ ...call, supplierIds: z.array(wire.id<OrganisationId>()) }),
  /** An opener released an envelope. */
  'call.released': z.object({
    ...call,
    envelope: z.enum(envelopes),
    seatId: wire.id<SeatId>(),
  }),
  /** Enough openers released an envelope, and it was opened. */
  'call.opened': z.object({ ...call, envelope: z.enum(envelopes) }),
  'call.settled': z.object({ ...call, envelope: z.enum(envelopes) }),
  /** An evaluator's card for an envelope is in; what it says is told to nobody by this. */
  'scorecard.submitted': z.object({ ...call, envelope: z.enum(envelopes) }),
  'score.moderated': z.object({ ...call, envelope: z.enum(envelopes) }),
  'interests.declared': z.object(call),
  'call.seated': z.object(call),
  'call.closed': z.object(call),
  /** `organisationId` is the bidder, and nobody else is told before the opening. */
  'bid.submitted': z.object({ ...bid, revision: z.int() }),
  'bid.confirmed': z.object(bid),
  'bid.withdrawn': z.object(bid),
  'award.proposed': z.object(call),
  'award.refused': z.object(call),
  'award.approved': z.object(call),
  /** What it means for the proposals of its challenge was done, each told as proposal.moved. */
  'award.carried': z.object(call),
  /** A bidder was told how its bid did; `organisationId` is the buyer. */
  'debrief.sent': z.object({ ...bid, bidderId: wire.id<OrganisationId>() }),
  /** `organisationId` is who complained, or for the answer the buyer. */
  'complaint.filed': z.object({ ...bid, buyerId: wire.id<OrganisationId>() }),
  'complaint.answered': z.object({ ...bid, bidderId: wire.id<OrganisationId>(), upheld: z.boolean() }),
  /** Somebody asked about a call; who, is in no event. `organisationId` is the buyer. */
  'question.asked': z.object({ callId: wire.id<CallId>(), organisationId: wire.id<OrganisationId>() }),
  /** So many answers were published at one moment, and so many corrected. */
  'question.answered': z.object({
    callId: wire.id<CallId>(),
    organisationId: wire.id<OrganisationId>(),
    answered: z.int(),
    corrected: z.int(),
  }),
  'organisation.created': z.object(organisation),
  'organisation.updated': z.object(organisation),
  'member.joined': z.object({ ...organisation, userId: wire.id<UserId>() }),
  'member.changed': z.object({ ...organisation, userId: wire.id<UserId>() }),
  'member.left': z.object({ ...organisation, userId: wire.id<UserId>() }),
  'member.invited': z.object({ ...organisation, invitationId: z.string() }),
  /** The address of an invitation refused its mail for good. */
  'invitation.refused': z.object({ ...organisation, invitationId: z.string() }),
  'session.revoked': z.object({ userId: wire.id<UserId>() }),
  /** A mail waits to be sent; its text may hold a secret and stays in its row. */
  'mail.queued': z.object({ mailId: wire.id<MailId>() }),
  /** A file is there and its rows are to be taken in, or looked at. */
  'import.requested': z.object({ ...organisation, importId: wire.id<ImportId>() }),
  'import.progressed': z.object({ ...organisation, importId: wire.id<ImportId>() }),
  'import.finished': z.object({ ...organisation, importId: wire.id<ImportId>() }),
  'import.undo-requested': z.object({ ...organisation, importId: wire.id<ImportId>() }),
  'import.undone': z.object({ ...organisation, importId: wire.id<ImportId>() }),
  /** Whom it named, or no longer names, is told to nobody. */
  'rival.named': z.object(organisation),
  'rival.forgotten': z.object(organisation),
  /** A person looked into a sign of a buyer's calls and explained it. */
  'sign.explained': z.object({ ...organisation, signId: wire.id<CallSignId>() }),
  /** Something was said of a supplier (`organisationId`) about a ground for exclusion, or taken back, by itself or another. */
  'exclusion.stated': z.object({ ...organisation, byId: wire.id<OrganisationId>(), ground: z.enum(exclusionGrounds) }),
  /** A supplier answered what another said of it. */
  'exclusion.answered': z.object({
    ...organisation,
    byId: wire.id<OrganisationId>(),
    ground: z.enum(exclusionGrounds),
  }),
  /** A buyer excludes for other grounds than before. */
  'exclusions.set': z.object(organisation),
  /** Other words mean the same to a buyer, for its needs, or to a supplier, for its passport; which is told to nobody. */
  'glossary.changed': z.object({ ...organisation, of: z.enum(['needs', 'passport']) }),
  /** A person can open what is sealed from now on, or nothing is sealed to this key of its any more. */
  'opener.registered': z.object(openerKey),
  'opener.revoked': z.object(openerKey),
  /** A candidate is to be made; `userId` is who asked, or null where nobody did. */
  'model.requested': z.object({ userId: z.nullable(wire.id<UserId>()) }),
  'model.trained': z.object({ modelId: wire.id<ModelId>() }),
  /** Another model is in force, by an admin's switch or a step back; `replaced` was before. */
  'model.switched': z.object({ modelId: wire.id<ModelId>(), replaced: wire.id<ModelId>() }),
  /** The usual weights are others, so open needs are ranked anew. */
  'weights.changed': z.object({ modelId: wire.id<ModelId>() }),
  /** Places are shared out otherwise in the lists of a country, or everywhere ('all'), so open needs are ranked anew. */
  'fairness.changed': z.object({ country: z.string() }),
  /** One side asks the other for a linkage. */
  'linkage.requested': z.object({ ...linkage, by: z.enum(linkageSides) }),
  /** Both sides said yes, so it began by itself. */
  'linkage.started': z.object(linkage),
  /** One side wants a step that the other has to agree to. */
  'linkage.proposed': z.object({ ...linkage, to: z.enum(linkageStages), by: z.enum(linkageSides) }),
  'linkage.moved': z.object({
    ...linkage,
    from: z.enum(linkageStages),
    to: z.enum(linkageStages),
    by: z.enum(linkageSides),
  }),
  /** Something else of it changed: values, samples, terms, what was read, a block, an answer to a follow-up. */
  'linkage.changed': z.object(linkage),
  'message.sent': z.object({ ...linkage, seq: z.int(), by: z.enum(linkageSides) }),
  /** The platform reads it among the signs. */
  'linkage.reported': z.object(linkage),
  'decision-map.changed': z.object(organisation),
  'notification.created': z.object({ ...organisation, notificationId: z.string() }),
} as const

export type EventName = keyof typeof eventCatalogue
export type EventPayload<Name extends EventName> = z.output<(typeof eventCatalogue)[Name]>

/** An event as it was recorded; `occurredAt` is ISO 8601 by the database's clock. */
export type RecordedEvent<Name extends EventName = EventName> = {
  [N in Name]: {
    readonly id: EventId
    readonly name: N
    readonly organisationId: OrganisationId | null
    readonly payload: EventPayload<N>
    readonly occurredAt: string
    readonly requestId: string | null
  }
}[Name]

export const eventNames = Object.keys(eventCatalogue) as EventName[]
