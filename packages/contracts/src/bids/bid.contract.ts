import {
  bidFileLimits,
  bidStates,
  envelopes,
  type BidId,
  type CallId,
  type FileId,
  type OrganisationId,
  type SeatId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { auditReceipt } from '../audit/audit.contract.ts'
import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const key = z.string().check(z.minLength(1), z.maxLength(40))

const fileOfBid = z.object({
  id: wire.id<FileId>(),
  name: wire.text(200, 1),
  type: z.string().check(z.minLength(1), z.maxLength(100)),
  /** In bytes, before it is sealed. */
  size: z.int().check(z.gte(1), z.lte(bidFileLimits.size)),
  /** Of a plain file its SHA-256 in hex, of a sealed one that of its sealed pieces in base64url. */
  digest: z.string().check(z.regex(/^([0-9a-f]{64}|[A-Za-z0-9_-]{43})$/)),
})
/** A file as its envelope names it, with the key that opens a sealed one. */
const attachedFile = z.extend(fileOfBid, { key: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))) })

export const envelopeContent = z.object({
  answers: z._default(z.array(z.object({ key, text: wire.text(40_000) })).check(z.maxLength(60)), []),
  prices: z._default(z.array(z.nullable(wire.whole(9e15))).check(z.maxLength(50)), []),
  files: z.optional(z.array(attachedFile).check(z.maxLength(bidFileLimits.count))),
})
/** The same once it is opened, as its readers have it: keys of files stay with the platform, which sends files in clear. */
export const openedContent = z.extend(envelopeContent, {
  files: z.optional(z.array(fileOfBid)),
})

const base64url = (max: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(max))
/** A part of an envelope's key, sealed to one who opens. */
export const sealedShare = z.object({
  openerId: wire.id<SeatId>(),
  publicKey: base64url(43),
  sealed: base64url(200),
  digest: base64url(43),
})
/** An envelope that only so many openers together can open, as @enlace/sealing makes it. */
export const sealedEnvelope = z.object({
  v: z.literal(1),
  threshold: z.int(),
  /** Of one of a few sizes, up to 256 KiB. */
  ciphertext: base64url(350_000),
  shares: z.array(sealedShare).check(z.minLength(2), z.maxLength(16)),
  commitment: base64url(43),
})
export type SealedEnvelope = DeepReadonly<z.output<typeof sealedEnvelope>>

/** What lies in an envelope: a sealed body, or in a plain call what was written. */
export const envelopeBody = z.union([z.object({ sealed: sealedEnvelope }), z.object({ plain: envelopeContent })])
export type EnvelopeBody = DeepReadonly<z.output<typeof envelopeBody>>

export const receipt = z.object({
  bidId: wire.id<BidId>(),
  callId: wire.id<CallId>(),
  revision: z.int(),
  /** SHA-256 over the envelopes as they were received, in base64url. */
  digest: z.string(),
  /** By the database's clock. */
  receivedAt: wire.instant,
  /** Its entry in the audit log as it was written, with the checkpoint that was signed then. */
  log: auditReceipt,
})
export type Receipt = DeepReadonly<z.output<typeof receipt>>

export const ownBid = z.object({
  id: wire.id<BidId>(),
  state: z.enum(bidStates),
  callVersion: z.int(),
  /** False where the call was amended since: then the bid does not count until it is confirmed. */
  confirmed: z.boolean(),
  receipt,
  /** What the bidder wrote; null for sealed envelopes, which nobody reads before the opening. */
  content: z.nullable(
    z.partial(z.object({ qualification: envelopeContent, technical: envelopeContent, price: envelopeContent })),
  ),
})
export type OwnBid = DeepReadonly<z.output<typeof ownBid>>

const noun = 'bids'
const access = 'member'
const params = z.object({ id: wire.id<CallId>() })
const path = '/api/calls/:id/bid'
const problems = [
  'call.phase',
  'call.late',
  'call.changed',
  'bid.incomplete',
  'bid.sealing',
  'bid.conflict',
  'bid.files',
] as const

export const readBid = endpoint({
  name: 'readBid',
  summary: "The calling supplier's own bid; null where there is none.",
  noun,
  access,
  method: 'GET',
  path,
  params,
  response: z.object({ bid: z.nullable(ownBid) }),
})
export const submitBid = endpoint({
  name: 'submitBid',
  summary: 'Hand in a bid, or replace the one that is in, before the deadline by the clock of the database.',
  noun,
  access,
  method: 'PUT',
  path,
  params,
  body: z.object({
    /** Made by the bidder's browser, since a sealed envelope names its bid. */
    bidId: wire.id<BidId>(),
    revision: z.int().check(z.gte(1), z.lte(10_000)),
    /** The version of the call that is answered. */
    callVersion: z.int(),
    envelopes: z.partialRecord(z.enum(envelopes), envelopeBody),
    /** The files that sealed envelopes name, since nobody else can say which they are. */
    files: z._default(z.array(wire.id<FileId>()).check(z.maxLength(bidFileLimits.count)), []),
  }),
  response: receipt,
  problems: [...problems, 'exclusion.excluded'],
})
export const confirmBid = endpoint({
  name: 'confirmBid',
  summary: 'Say that the bid stands although the call was amended.',
  noun,
  access,
  method: 'POST',
  path: `${path}/confirm`,
  params,
  body: z.object({ callVersion: z.int() }),
  response: receipt,
  problems: [...problems, 'thing.not-found', 'exclusion.excluded'],
})
export const withdrawBid = endpoint({
  name: 'withdrawBid',
  summary: 'Take a bid back before the deadline; another can be handed in until then.',
  noun,
  access,
  method: 'DELETE',
  path,
  params,
  success: 204,
  problems: [...problems, 'thing.not-found'],
})

export const openingView = z.object({
  envelope: z.nullable(z.enum(envelopes)),
  threshold: z.int(),
  now: wire.instant,
  deadline: wire.instant,
  /** Who opens, and who has released this envelope already. */
  openers: z.array(
    z.object({
      id: wire.id<SeatId>(),
      organisation: z.string(),
      /** The key that bids are sealed to for this opener. */
      publicKey: z.nullable(z.string()),
      mine: z.boolean(),
      releasedAt: z.nullable(wire.instant),
    }),
  ),
  /** The calling opener's sealed shares, one a bid; empty before it is time and for others. */
  shares: z.array(z.object({ bidId: wire.id<BidId>(), revision: z.int(), share: sealedShare })),
})
export type OpeningView = DeepReadonly<z.output<typeof openingView>>

export const readOpening = endpoint({
  name: 'readOpening',
  summary: 'How far the opening of the next envelope is, with the sealed shares of an opener who calls in time.',
  noun,
  access,
  method: 'GET',
  path: '/api/calls/:id/opening',
  params,
  response: openingView,
  problems: ['call.phase'],
})
export const releaseEnvelope = endpoint({
  name: 'releaseEnvelope',
  summary:
    "Release one's shares of the next envelope, all that unseal; with as many as it takes for each bid, every bid's envelope opens.",
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/releases',
  params,
  body: z.object({
    envelope: z.enum(envelopes),
    shares: z.array(z.object({ bidId: wire.id<BidId>(), share: base64url(200) })).check(z.maxLength(2000)),
  }),
  response: openingView,
  problems: ['call.phase', 'opening.early', 'opening.share', 'thing.conflict'],
})

const bidder = z.object({ id: wire.id<OrganisationId>(), name: z.string(), country: z.nullable(z.string()) })
export const openedBid = z.object({
  id: wire.id<BidId>(),
  bidder,
  receivedAt: wire.instant,
  digest: z.string(),
  /** Envelope by envelope as they were opened. */
  openings: z.array(
    z.object({
      envelope: z.enum(envelopes),
      content: z.nullable(openedContent),
      /** Why it did not open, such as `sealing.tampered`. */
      fault: z.nullable(z.string()),
      passed: z.nullable(z.boolean()),
      reason: z.string(),
    }),
  ),
  scores: z.array(z.object({ criterion: z.string(), score: z.number() })),
})
export type OpenedBid = DeepReadonly<z.output<typeof openedBid>>

export const listBids = endpoint({
  name: 'listBids',
  summary: 'Every bid with what is opened of it, for those who write, approve, score or observe.',
  noun,
  access,
  method: 'GET',
  path: '/api/calls/:id/bids',
  params,
  response: z.object({ items: z.array(openedBid) }),
  problems: ['call.phase'],
})
export const settleEnvelope = endpoint({
  name: 'settleEnvelope',
  summary:
    'End the scoring of the open envelope: whether each bid goes on, and in a plain call what it is given by each criterion.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/settle',
  params,
  body: z.object({
    envelope: z.enum(envelopes),
    bids: z
      .array(
        z.object({
          bidId: wire.id<BidId>(),
          passed: z.boolean(),
          reason: z._default(wire.text(2000), ''),
          /** Of a plain call only; in a sealed one the panel scores. */
          scores: z._default(
            z.array(z.object({ criterion: key, score: z.number().check(z.gte(0), z.lte(100)) })).check(z.maxLength(30)),
            [],
          ),
        }),
      )
      .check(z.maxLength(2000)),
  }),
  response: z.object({ items: z.array(openedBid) }),
  problems: ['call.phase', 'input.invalid', 'scorecard.blind', 'scorecard.incomplete', 'bid.conflict'],
})
