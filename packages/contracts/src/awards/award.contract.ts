import { complaintStates, improvementKinds, type BidId, type CallId, type ComplaintId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const improvement = z.object({
  kind: z.enum(improvementKinds),
  text: wire.text(1000, 1),
  link: z._default(
    z.nullable(
      z
        .string()
        .check(z.maxLength(500), z.regex(/^(https:\/\/|\/)\S+$/, 'Write a link that begins with https:// or /.')),
    ),
    null,
  ),
})

/** A bid's own numbers beside all bids; ranges only where at least three were scored. */
const numbers = z.object({
  criteria: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      weight: z.number(),
      maxScore: z.number(),
      score: z.nullable(z.number()),
      range: z.nullable(z.object({ low: z.number(), high: z.number() })),
    }),
  ),
  total: z.number(),
  rank: z.int(),
  bids: z.int(),
})

export const debriefView = z.object({
  bidId: wire.id<BidId>(),
  won: z.boolean(),
  numbers,
  reasons: z.string(),
  improvement,
  sentAt: wire.instant,
  readAt: z.nullable(wire.instant),
})
export type DebriefView = DeepReadonly<z.output<typeof debriefView>>

const complaintView = z.object({
  id: wire.id<ComplaintId>(),
  bidId: wire.id<BidId>(),
  text: z.string(),
  filedAt: wire.instant,
  answerBy: wire.instant,
  state: z.enum(complaintStates),
  answer: z.string(),
})

/** How the award stands, for those who decide: with every bid that must still be told. */
export const awardView = z.object({
  bidId: z.nullable(wire.id<BidId>()),
  reason: z.string(),
  proposedAt: wire.instant,
  approvedAt: z.nullable(wire.instant),
  /** When it was carried over to the proposals of its challenge. */
  carriedAt: z.nullable(wire.instant),
})
export const decisionView = z.object({
  award: z.nullable(awardView),
  standings: z.array(z.object({ bidId: wire.id<BidId>(), bidder: z.string(), total: z.number(), rank: z.int() })),
  debriefs: z.array(debriefView),
  /** Bids whose bidders have no debrief yet; while there are any the call cannot be closed. */
  owed: z.array(wire.id<BidId>()),
  complaints: z.array(complaintView),
})
export type DecisionView = DeepReadonly<z.output<typeof decisionView>>

const noun = 'awards'
const access = 'member'
const params = z.object({ id: wire.id<CallId>() })
const problems = ['call.phase', 'award.winner', 'award.debriefs'] as const
const deciding = { noun, access, params, response: decisionView, problems: [...problems] } as const

export const readDecision = endpoint({
  ...deciding,
  name: 'readDecision',
  summary: 'The award of a call, debriefs, complaints, for those who decide or observe.',
  method: 'GET',
  path: '/api/calls/:id/decision',
})
export const proposeAward = endpoint({
  ...deciding,
  name: 'proposeAward',
  summary: 'Propose the bid that is awarded, or that none is, with the reason.',
  method: 'POST',
  path: '/api/calls/:id/award',
  body: z.object({ bidId: z.nullable(wire.id<BidId>()), reason: wire.text(4000, 1) }),
})
export const approveAward = endpoint({
  ...deciding,
  name: 'approveAward',
  summary: 'Approve or refuse what the author proposed; approval begins the standstill.',
  method: 'POST',
  path: '/api/calls/:id/award/approve',
  body: z.object({ approved: z.boolean(), reason: z._default(wire.text(2000), '') }),
})
export const sendDebrief = endpoint({
  ...deciding,
  name: 'sendDebrief',
  summary: 'Tell a bidder its scores, rank and ranges with reasons and one thing to better.',
  method: 'POST',
  path: '/api/calls/:id/debriefs',
  body: z.object({ bidId: wire.id<BidId>(), reasons: wire.text(4000, 20), improvement }),
})
export const answerComplaint = endpoint({
  ...deciding,
  name: 'answerComplaint',
  summary: 'Uphold a complaint, whereby the award falls, or dismiss it, with the reason.',
  method: 'POST',
  path: '/api/calls/:id/complaints/:complaintId',
  params: z.extend(params, { complaintId: wire.id<ComplaintId>() }),
  body: z.object({ upheld: z.boolean(), answer: wire.text(4000, 1) }),
  problems: [...problems, 'thing.not-found'],
})
export const closeCall = endpoint({
  ...deciding,
  name: 'closeCall',
  summary:
    'Close a call for good, which is refused while a bidder has no debrief, a complaint is open or the standstill runs.',
  method: 'POST',
  path: '/api/calls/:id/close',
})
export const carryAward = endpoint({
  ...deciding,
  name: 'carryAward',
  summary:
    "Carry a final award of a cluster's call over to the challenge, once: the winner's proposal goes a stage on, the others are stopped with the reasons of their debriefs.",
  method: 'POST',
  path: '/api/calls/:id/award/proposals',
  problems: ['call.phase', 'award.debriefs', 'award.carried', 'proposal.state'],
})
/** What became of the caller's bid. */
export const resultView = z.object({
  debrief: z.nullable(debriefView),
  complaints: z.array(complaintView),
  complainUntil: z.nullable(wire.instant),
})
export const readResult = endpoint({
  name: 'readResult',
  summary: "The debrief of the caller's own bid, and its complaints.",
  noun,
  access,
  method: 'GET',
  path: '/api/calls/:id/result',
  params,
  response: resultView,
})
export const complain = endpoint({
  name: 'complain',
  summary: 'Complain of a decision within the standstill; it stays open until the buyer has answered.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/complaints',
  params,
  body: z.object({ text: wire.text(8000, 20) }),
  success: 201,
  response: resultView,
  problems: ['call.phase', 'thing.conflict'],
})
export type ResultView = DeepReadonly<z.output<typeof resultView>>
