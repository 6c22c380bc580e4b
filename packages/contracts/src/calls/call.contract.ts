import {
  bidStates,
  callAccesses,
  callKinds,
  callParts,
  callPhases,
  envelopes,
  prefills,
  sealings,
  type CallId,
  type ClusterId,
  type NeedId,
  type OrganisationId,
  type SeatId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { buyerCard } from '../needs/need.contract.ts'
import * as wire from '../wire.ts'

const key = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'Use small letters, digits and hyphens.'))

/** What a buyer asks of bidders; see CallContent in the domain for the meaning of each field. */
export const callContent = z.object({
  kind: z.enum(callKinds),
  title: wire.text(200, 1),
  text: z._default(wire.text(20_000), ''),
  language: z._default(wire.language, 'en'),
  access: z._default(z.enum(callAccesses), 'open'),
  sealing: z._default(z.enum(sealings), 'sealed'),
  envelopes: z._default(z.array(z.enum(envelopes)).check(z.minLength(1), z.maxLength(3)), ['price']),
  lots: z._default(
    z
      .array(
        z.object({
          title: wire.text(200, 1),
          text: z._default(wire.text(2000), ''),
          quantity: z._default(z.nullable(wire.quantity), null),
        }),
      )
      .check(z.maxLength(50)),
    [],
  ),
  fields: z._default(
    z
      .array(
        z.object({
          key,
          envelope: z.enum(envelopes),
          label: wire.text(300, 1),
          required: z._default(z.boolean(), true),
          maxWords: z._default(z.int().check(z.gte(1), z.lte(5000)), 300),
          prefill: z._default(z.nullable(z.enum(prefills)), null),
        }),
      )
      .check(z.maxLength(60)),
    [],
  ),
  criteria: z._default(
    z
      .array(
        z.object({
          key,
          envelope: z.enum(envelopes),
          name: wire.text(200, 1),
          weight: wire.percent,
          maxScore: z._default(z.int().check(z.gte(1), z.lte(100)), 10),
        }),
      )
      .check(z.maxLength(30)),
    [],
  ),
  currency: z._default(wire.currency, 'USD'),
  deadline: wire.instant,
  questionsUntil: z._default(z.nullable(wire.instant), null),
  threshold: z._default(z.int().check(z.gte(1), z.lte(9)), 2),
  standstillDays: z._default(z.int().check(z.gte(0), z.lte(60)), 10),
})

export const callView = z.extend(callContent, {
  id: wire.id<CallId>(),
  buyer: buyerCard,
  needId: z.nullable(wire.id<NeedId>()),
  /** The cluster that bids in it, of the challenge `needId`; null to those who do not see that. */
  cluster: z.nullable(z.object({ id: wire.id<ClusterId>(), name: z.string(), challenge: z.string() })),
  version: z.int(),
  phase: z.enum(callPhases),
  stage: z.nullable(z.enum(envelopes)),
  standstillUntil: z.nullable(wire.instant),
  /** Why it was amended last, or cancelled. */
  reason: z.string(),
  /** How the reader stands to it, and by which seats. */
  parts: z.array(z.enum(callParts)),
  /** Where the bid of the reader's own organisation stands; null where there is none. */
  bid: z.nullable(
    z.object({
      state: z.enum(bidStates),
      /** False where the call was amended since: then the bid does not count until it is confirmed. */
      confirmed: z.boolean(),
      receivedAt: wire.instant,
      /** Whether its bidder was told how it did. */
      told: z.boolean(),
    }),
  ),
  /** The database's clock when this was read, for countdowns that do not trust the reader's. */
  now: wire.instant,
  /** The keys that a sealed bid is sealed to. */
  openers: z.array(z.object({ id: wire.id<SeatId>(), organisation: z.string(), publicKey: z.nullable(z.string()) })),
  createdAt: wire.instant,
  publishedAt: z.nullable(wire.instant),
})
export type CallView = DeepReadonly<z.output<typeof callView>>

const invitedList = z.object({
  items: z.array(z.object({ id: wire.id<OrganisationId>(), name: z.string(), invitedAt: wire.instant })),
})

const noun = 'calls'
const access = 'member'
const params = z.object({ id: wire.id<CallId>() })
const reason = z.object({ reason: wire.text(2000, 1) })

export const writeCall = endpoint({
  name: 'writeCall',
  summary: 'Write a call for bids as a draft; its writer takes the seat of the author, in a plain call every seat.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls',
  body: z.extend(callContent, {
    needId: z._default(z.nullable(wire.id<NeedId>()), null),
    /** Of one of the caller's challenges, which is then the need; its firms are asked, all of them. */
    clusterId: z._default(z.nullable(wire.id<ClusterId>()), null),
    /** Suppliers asked by name, at most fifty. */
    invited: z._default(z.array(wire.id<OrganisationId>()).check(z.maxLength(50)), []),
  }),
  success: 201,
  response: callView,
  problems: [
    'thing.not-found',
    'call.quota',
    'exclusion.excluded',
    'challenge.not-open',
    'cluster.outsider',
    'cluster.terms',
    'cluster.called',
  ],
})
export const inviteToCall = endpoint({
  name: 'inviteToCall',
  summary:
    'Ask more suppliers by name; in a published call they are told at once, and bids must still be as many days away as a call of its kind stays open.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/invitations',
  params,
  body: z.object({ supplierIds: z.array(wire.id<OrganisationId>()).check(z.minLength(1), z.maxLength(50)) }),
  response: invitedList,
  problems: ['call.phase', 'call.quota', 'call.short'],
})
export const listInvited = endpoint({
  name: 'listInvited',
  summary: "Whom a call's buyer asked by name, for its own people; an opener from outside is shown none.",
  noun,
  access,
  method: 'GET',
  path: '/api/calls/:id/invitations',
  params,
  response: invitedList,
})
export const editCall = endpoint({
  name: 'editCall',
  summary: 'Write a draft anew.',
  noun,
  access,
  method: 'PUT',
  path: '/api/calls/:id',
  params,
  body: callContent,
  response: callView,
  problems: ['call.phase', 'cluster.outsider'],
})
export const readCall = endpoint({
  name: 'readCall',
  summary: 'One call as the caller may see it; how many bid, and who, is told to nobody before the opening.',
  noun,
  access,
  method: 'GET',
  path: '/api/calls/:id',
  params,
  response: callView,
})
export const listCallVersions = endpoint({
  name: 'listCallVersions',
  summary: 'Every published version of a call, newest first, for bidders to see what was amended.',
  noun,
  access,
  method: 'GET',
  path: '/api/calls/:id/versions',
  params,
  response: z.object({
    items: z.array(z.object({ version: z.int(), content: callContent, reason: z.string(), publishedAt: wire.instant })),
  }),
})
export const listCalls = endpoint({
  name: 'listCalls',
  summary:
    'Calls, newest first: own ones of a buyer, for others those that they sit in; or those open for bids, by deadline.',
  noun,
  access,
  method: 'GET',
  path: '/api/calls',
  query: z.object({ ...wire.paging, which: z._default(z.enum(['own', 'open']), 'own') }),
  response: wire.page(callView),
})
export const publishCall = endpoint({
  name: 'publishCall',
  summary: 'Approve a draft and open it for bids; those asked by name are told.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/publish',
  params,
  response: callView,
  problems: ['call.phase', 'call.incomplete', 'call.seats', 'challenge.not-open', 'cluster.terms'],
})
export const amendCall = endpoint({
  name: 'amendCall',
  summary: 'Publish a new version before the deadline, which must leave time; every bid must be confirmed again.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/amend',
  params,
  body: z.extend(callContent, { ...reason.shape, version: z.int() }),
  response: callView,
  problems: ['call.phase', 'call.incomplete', 'thing.changed'],
})
export const cancelCall = endpoint({
  name: 'cancelCall',
  summary: 'End a call without an award; whoever bid is told why.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/cancel',
  params,
  body: reason,
  response: callView,
  problems: ['call.phase'],
})
