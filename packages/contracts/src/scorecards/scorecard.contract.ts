import { conflictKinds, envelopes, sealings, type BidId, type CallId, type UserId } from '@enlace/domain'
import * as z from 'zod/mini'

import { openedContent } from '../bids/bid.contract.ts'
import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const criterionKey = z.string().check(z.minLength(1), z.maxLength(40))
const criterion = z.object({ key: criterionKey, name: z.string(), weight: z.number(), maxScore: z.int() })
const conflict = z.nullable(z.object({ kind: z.enum(conflictKinds), text: z.string() }))

export const cardScore = z.object({ criterion: criterionKey, score: z.int(), comment: z.string() })

/** One evaluator's card for the envelope that was opened last. */
export const scorecard = z.object({
  callId: wire.id<CallId>(),
  title: z.string(),
  sealing: z.enum(sealings),
  envelope: z.enum(envelopes),
  /** False until the evaluator said of which bidders he is not free; before that nothing of a bid is read. */
  declared: z.boolean(),
  submittedAt: z.nullable(wire.instant),
  /** When the panel should be through. */
  dueAt: wire.instant,
  now: wire.instant,
  currency: z.string(),
  lots: z.array(z.string()),
  fields: z.array(z.object({ key: z.string(), label: z.string() })),
  criteria: z.array(criterion),
  bids: z.array(
    z.object({
      id: wire.id<BidId>(),
      bidder: z.string(),
      /** Why the evaluator keeps away from this bid; null where he scores it. */
      conflict,
      content: z.nullable(openedContent),
      scores: z.array(cardScore),
    }),
  ),
})
export type Scorecard = DeepReadonly<z.output<typeof scorecard>>

/** A call in which the reader has bids to score. */
export const scoringWork = z.object({
  callId: wire.id<CallId>(),
  title: z.string(),
  buyer: z.string(),
  envelope: z.enum(envelopes),
  declared: z.boolean(),
  submittedAt: z.nullable(wire.instant),
  dueAt: wire.instant,
  /** Bids that he may score, and the criteria of the envelope. */
  bids: z.int(),
  criteria: z.int(),
  scored: z.int(),
  words: z.int(),
})
export type ScoringWork = DeepReadonly<z.output<typeof scoringWork>>

export const moderation = z.object({
  envelope: z.enum(envelopes),
  /** Whether the reader may still correct final scores: the author, until the envelope is settled. */
  open: z.boolean(),
  criteria: z.array(criterion),
  panel: z.array(z.object({ userId: wire.id<UserId>(), name: z.string(), submittedAt: z.nullable(wire.instant) })),
  bids: z.array(
    z.object({
      id: wire.id<BidId>(),
      bidder: z.string(),
      recused: z.array(z.object({ userId: wire.id<UserId>(), kind: z.enum(conflictKinds) })),
      /** True where nobody of the panel may score it, so that somebody else must be named. */
      unscored: z.boolean(),
      criteria: z.array(
        z.object({
          criterion: criterionKey,
          scores: z.array(
            z.object({ userId: wire.id<UserId>(), score: z.int(), comment: z.string(), outlier: z.boolean() }),
          ),
          median: z.nullable(z.number()),
          final: z.nullable(z.number()),
          reason: z.string(),
        }),
      ),
    }),
  ),
  agreement: z.object({
    icc: z.nullable(z.number()),
    criteria: z.array(z.object({ criterion: z.string(), icc: z.nullable(z.number()) })),
    pairs: z.array(z.object({ one: wire.id<UserId>(), other: wire.id<UserId>(), kappa: z.nullable(z.number()) })),
  }),
})
export type Moderation = DeepReadonly<z.output<typeof moderation>>

/** How far a panel is, without a single score; before all cards are in, this is all that anybody is told. */
export const panelProgress = z.object({
  envelope: z.nullable(z.enum(envelopes)),
  panel: z.array(
    z.object({
      userId: wire.id<UserId>(),
      name: z.string(),
      submittedAt: z.nullable(wire.instant),
      /** Whether his card is still waited for. */
      pending: z.boolean(),
    }),
  ),
  /** Bids that nobody of the panel may score. */
  unscored: z.array(z.string()),
})
export type PanelProgress = DeepReadonly<z.output<typeof panelProgress>>

const noun = 'scorecards'
const access = 'member'
const params = z.object({ id: wire.id<CallId>() })
const path = '/api/calls/:id/scorecard'
const problems = ['call.phase', 'scorecard.undeclared', 'scorecard.final', 'bid.conflict'] as const

export const listScoring = endpoint({
  name: 'listScoring',
  summary: 'The calls in which the caller scores bids now, with what is left to do, soonest due first.',
  noun,
  access,
  method: 'GET',
  path: '/api/scorecards',
  response: z.object({ items: z.array(scoringWork), now: wire.instant }),
})
export const readScorecard = endpoint({
  name: 'readScorecard',
  summary: "The calling evaluator's own card: bids beside criteria; names alone before he declared his interests.",
  noun,
  access,
  method: 'GET',
  path,
  params,
  response: scorecard,
  problems: ['call.phase'],
})
export const declareInterests = endpoint({
  name: 'declareInterests',
  summary: 'Say of which bidders one is not free, or of none; more can be said later, none is taken back.',
  noun,
  access,
  method: 'POST',
  path: `${path}/declaration`,
  params,
  body: z.object({
    conflicts: z.array(z.object({ bidId: wire.id<BidId>(), text: wire.text(1000, 1) })).check(z.maxLength(2000)),
  }),
  response: scorecard,
  problems: [...problems],
})
export const scoreBid = endpoint({
  name: 'scoreBid',
  summary: 'Score one bid by one criterion; it can be changed until the card is handed in.',
  noun,
  access,
  method: 'PUT',
  path: `${path}/scores`,
  params,
  body: z.object({
    bidId: wire.id<BidId>(),
    criterion: criterionKey,
    score: z.int().check(z.gte(-1000), z.lte(1000)),
    comment: z._default(wire.text(2000), ''),
  }),
  response: cardScore,
  problems: [...problems, 'thing.not-found'],
})
export const submitScorecard = endpoint({
  name: 'submitScorecard',
  summary: 'Hand the card in; from then on it is final, and the evaluator sees what others handed in.',
  noun,
  access,
  method: 'POST',
  path: `${path}/submit`,
  params,
  response: scorecard,
  problems: [...problems, 'scorecard.incomplete'],
})
export const readPanel = endpoint({
  name: 'readPanel',
  summary: 'Who scores the open envelope and whose card is waited for, without any score.',
  noun,
  access,
  method: 'GET',
  path: '/api/calls/:id/panel',
  params,
  response: panelProgress,
  problems: ['call.phase'],
})
export const readModeration = endpoint({
  name: 'readModeration',
  summary: 'What the panel gave, how far it agrees and what stands out: for the author once every card is in.',
  noun,
  access,
  method: 'GET',
  path: '/api/calls/:id/moderation',
  params,
  response: moderation,
  problems: ['call.phase', 'scorecard.blind'],
})
export const moderateScore = endpoint({
  name: 'moderateScore',
  summary: "Say a final score other than the panel's median, with the reason; or go back to the median.",
  noun,
  access,
  method: 'PUT',
  path: '/api/calls/:id/moderation',
  params,
  body: z.object({
    bidId: wire.id<BidId>(),
    criterion: criterionKey,
    /** Null goes back to the median. */
    score: z.nullable(z.number().check(z.gte(0), z.lte(100))),
    reason: z._default(wire.text(2000), ''),
  }),
  response: moderation,
  problems: ['call.phase', 'scorecard.blind', 'bid.conflict', 'thing.not-found'],
})
