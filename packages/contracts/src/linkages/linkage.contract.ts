import {
  type CallId,
  linkageSides,
  followUpAnswers,
  linkageStages,
  moveKinds,
  type FollowUpId,
  type InnovationId,
  type LinkageId,
  type NeedId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { contactView } from './room.contract.ts'
import { decisionPerson } from './decision-map.contract.ts'
import { followUpView } from './follow-up.contract.ts'
import { sampleView, termView } from './proof.contract.ts'
import { valueLine, valueSums } from './value.contract.ts'

const party = z.object({ id: wire.id<OrganisationId>(), name: z.string(), country: z.nullable(z.string()) })
const proposal = z.object({ to: z.enum(linkageStages), by: z.enum(linkageSides) })

/** A linkage as a side, or an agency to which its supplier shows it, reads it in a list. */
export const linkageCard = z.object({
  id: wire.id<LinkageId>(),
  reader: z.enum([...linkageSides, 'agency']),
  /** Null where the buyer has not named itself to the reader. */
  buyer: z.nullable(party),
  supplier: party,
  /** The need that it began with, where the reader may see it. */
  need: z.nullable(z.object({ id: wire.id<NeedId>(), title: z.string() })),
  /** The innovation that it began with, where the reader may see it. */
  innovation: z.nullable(z.object({ id: wire.id<InnovationId>(), title: z.string() })),
  stage: z.enum(linkageStages),
  since: wire.instant,
  startedAt: wire.instant,
  /** A step that one side wants and the other has not answered. */
  proposal: z.nullable(proposal),
  /** Messages of the other side that the reader's organisation has not read. */
  unread: z.int(),
  values: valueSums,
})
export type LinkageCard = DeepReadonly<z.output<typeof linkageCard>>

export const moveView = z.object({
  seq: z.int(),
  kind: z.enum(moveKinds),
  from: z.enum(linkageStages),
  to: z.enum(linkageStages),
  /** Null where it began by itself, since both said yes. */
  by: z.nullable(z.enum(linkageSides)),
  reason: z.string(),
  at: wire.instant,
})

/** All that a side reads of one linkage but the messages; an agency gets the card and the values. */
export const linkageView = z.extend(linkageCard, {
  history: z.array(moveView),
  /** Until when the reader's side can take the last step back; null where it cannot. */
  undoUntil: z.nullable(wire.instant),
  potential: z.nullable(wire.money),
  lines: z.array(valueLine),
  /** The calls that contracts came by, as far as the reader sees them. */
  calls: z.array(z.object({ id: wire.id<CallId>(), title: z.string() })),
  samples: z.array(sampleView),
  terms: z.array(termView),
  /** What the reader's own side was asked. */
  followUps: z.array(followUpView),
  /** The other side's contact data are there once both sides share theirs. */
  contacts: z.object({ mine: z.nullable(contactView), theirs: z.nullable(contactView), theyShare: z.boolean() }),
  people: z.array(decisionPerson),
  blockedBy: z.nullable(z.enum(linkageSides)),
  /** How far the other side has read. */
  theyRead: z.int(),
})
export type LinkageView = DeepReadonly<z.output<typeof linkageView>>

const noun = 'linkages'
const oneLinkage = { params: z.object({ id: wire.id<LinkageId>() }) }

export const listLinkages = endpoint({
  name: 'listLinkages',
  summary:
    "The caller's linkages, the latest change of stage first, with how many stand at each stage and what they come to.",
  noun,
  method: 'GET',
  path: '/api/linkages',
  access: 'member',
  query: z.object({ ...wire.paging, stage: z.optional(z.enum(linkageStages)) }),
  response: z.extend(wire.page(linkageCard), {
    counts: z.array(z.object({ stage: z.enum(linkageStages), count: z.int() })),
    totals: valueSums,
  }),
  problems: ['identity.forbidden'],
})

export const readLinkage = endpoint({
  name: 'readLinkage',
  summary: 'One linkage with its history, values, samples, terms and follow-ups; both sides read the same.',
  noun,
  method: 'GET',
  path: '/api/linkages/:id',
  access: 'member',
  ...oneLinkage,
  response: linkageView,
  problems: ['thing.not-found'],
})

export const requestLinkage = endpoint({
  name: 'requestLinkage',
  summary: 'Ask the other side of a match for a linkage; one that is there already is answered with.',
  noun,
  method: 'POST',
  path: '/api/linkages',
  access: 'member',
  body: z.object({
    needId: wire.id<NeedId>(),
    /** Given by a buyer; a supplier asks for itself. */
    supplierId: z._default(z.nullable(wire.id<OrganisationId>()), null),
    reason: z._default(wire.text(500), ''),
  }),
  success: 201,
  response: linkageView,
  problems: ['thing.not-found', 'linkage.brokered', 'linkage.limit', 'linkage.resting', 'linkage.blocked'],
})

const stepProblems = ['thing.not-found', 'thing.changed', 'linkage.step'] as const

export const moveLinkage = endpoint({
  name: 'moveLinkage',
  summary: 'Take a step, or propose one that the other side has to agree to; agreeing is taking the same step.',
  noun,
  method: 'POST',
  path: '/api/linkages/:id/move',
  access: 'member',
  ...oneLinkage,
  body: z.object({
    /** The stage that the caller saw. */
    from: z.enum(linkageStages),
    to: z.enum(linkageStages),
    reason: z._default(wire.text(500), ''),
  }),
  response: linkageView,
  problems: stepProblems,
})

export const declineMove = endpoint({
  name: 'declineMove',
  summary: 'Say no to a proposed step, or take back one that was proposed; a request that is declined ends.',
  noun,
  method: 'POST',
  path: '/api/linkages/:id/decline',
  access: 'member',
  ...oneLinkage,
  body: z.object({ to: z.enum(linkageStages), reason: z._default(wire.text(500), '') }),
  response: linkageView,
  problems: stepProblems,
})

export const undoMove = endpoint({
  name: 'undoMove',
  summary: "Take the side's own last step back, within half an hour and while nothing followed it.",
  noun,
  method: 'POST',
  path: '/api/linkages/:id/undo',
  access: 'member',
  ...oneLinkage,
  body: z.object({ from: z.enum(linkageStages) }),
  response: linkageView,
  problems: stepProblems,
})

export const answerOwnFollowUp = endpoint({
  name: 'answerOwnFollowUp',
  summary: 'Answer a follow-up in the product, as its link in a mail would.',
  noun,
  method: 'POST',
  path: '/api/linkages/:id/follow-ups/:followUpId',
  access: 'member',
  params: z.object({ id: wire.id<LinkageId>(), followUpId: wire.id<FollowUpId>() }),
  body: z.object({ answer: z.enum(followUpAnswers), value: z._default(z.nullable(wire.money), null) }),
  response: linkageView,
  problems: ['thing.not-found', 'follow-up.spent'],
})
