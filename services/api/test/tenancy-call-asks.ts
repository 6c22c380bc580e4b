import { randomUUID } from 'node:crypto'

import type { CallView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'

import { callContent, plainEnvelopes } from './call-world.ts'
import { formOf } from './multipart.ts'
import { at, missing, plain, type Asks } from './tenancy-ask.ts'
import { candidateOf } from './tenancy-challenge-asks.ts'
import type { World } from './tenancy-world.ts'

/** A new call of the buyer, written by one of its people whom nobody asks as. */
export async function callOf(world: World, variant: string): Promise<CallView> {
  const { client } = await world.as('buyer')
  const given =
    variant === 'invited'
      ? { access: 'invited', title: 'canary-call' }
      : { title: variant === 'draft' ? 'canary-call' : 'Pump seals' }
  const draft: CallView = (await client.post('/api/calls', callContent(given))).body
  if (variant === 'draft') return draft
  // Long ago, since an organisation asks only so many by name within a day.
  if (variant === 'invited')
    await asSystem(world.api.system, (tx) =>
      tx.execute(sql`insert into call_invitations (call_id, supplier_id, invited_at)
        values (${draft.id}, ${world.organisations.supplier}, clock_timestamp() - interval '1 week')`),
    )
  return (await client.post(`/api/calls/${draft.id}/publish`, {})).body
}
export const callVariants = ['draft', 'open', 'invited']
const calls = (rest: string, body?: (call: Pick<CallView, 'version'>) => object): Asks => ({
  ...Object.fromEntries(
    callVariants.map((variant) => [
      variant,
      async (world: World) => {
        const call = await callOf(world, variant)
        return at(`/api/calls/${call.id}${rest}`, body?.(call))
      },
    ]),
  ),
  missing: () => at(`/api/calls/${missing}${rest}`, body?.({ version: 1 })),
})
/** The same with a form that holds a file. */
const uploads = (rest: string): Asks =>
  Object.fromEntries(
    Object.entries(calls(rest)).map(([variant, ask]) => [
      variant,
      async (world, asking) => ({
        ...(await ask(world, asking)),
        ...formOf({ name: 'method.pdf', type: 'application/pdf', bytes: '%PDF-1.7' }),
      }),
    ]),
  )
const envelopes = plainEnvelopes('With a seal', 100)

/** How operations of calls, bids and awards are asked; whoever asks as the buyer has no seat in the call. */
export const callAsks: Readonly<Record<string, Asks>> = {
  writeCall: {
    ...plain('/api/calls', callContent()),
    'for a cluster': async (world) => {
      const { clusterId } = await candidateOf(world, true)
      return at('/api/calls', callContent({ clusterId, access: 'invited', title: 'canary-call' }))
    },
  },
  listCalls: { own: () => at('/api/calls'), open: () => at('/api/calls?which=open') },
  readCall: calls(''),
  listCallVersions: calls('/versions'),
  inviteToCall: calls('/invitations', () => ({ supplierIds: [missing] })),
  listInvited: calls('/invitations'),
  editCall: calls('', () => callContent()),
  publishCall: calls('/publish', () => ({})),
  amendCall: calls('/amend', ({ version }) => ({ ...callContent(), reason: 'Said better.', version })),
  cancelCall: calls('/cancel', () => ({ reason: 'Not needed any more.' })),
  listSeats: calls('/seats'),
  nameSeat: calls('/seats', () => ({ seat: 'observer', email: 'someone@elsewhere.example' })),
  leaveSeat: calls(`/seats/${missing}`),
  acceptSeat: calls(`/seats/${missing}/accept`, () => ({})),
  readBid: calls('/bid'),
  submitBid: calls('/bid', ({ version }) => ({ bidId: randomUUID(), revision: 1, callVersion: version, envelopes })),
  confirmBid: calls('/bid/confirm', ({ version }) => ({ callVersion: version })),
  withdrawBid: calls('/bid'),
  readOpening: calls('/opening'),
  releaseEnvelope: calls('/releases', () => ({ envelope: 'technical', shares: [] })),
  listBids: calls('/bids'),
  readBidFile: calls(`/bids/${missing}/files/${missing}`),
  uploadBidFile: uploads('/bid/files'),
  settleEnvelope: calls('/settle', () => ({ envelope: 'technical', bids: [] })),
  listScoring: plain('/api/scorecards'),
  readScorecard: calls('/scorecard'),
  declareInterests: calls('/scorecard/declaration', () => ({ conflicts: [] })),
  scoreBid: calls('/scorecard/scores', () => ({ bidId: missing, criterion: 'method', score: 1 })),
  submitScorecard: calls('/scorecard/submit', () => ({})),
  readPanel: calls('/panel'),
  readModeration: calls('/moderation'),
  moderateScore: calls('/moderation', () => ({ bidId: missing, criterion: 'method', score: 1, reason: 'So it is.' })),
  readDecision: calls('/decision'),
  proposeAward: calls('/award', () => ({ bidId: null, reason: 'None fits.' })),
  approveAward: calls('/award/approve', () => ({ approved: true })),
  sendDebrief: calls('/debriefs', () => ({
    bidId: missing,
    reasons: 'Another bid was better in price.',
    improvement: { kind: 'gap', text: 'A certificate.' },
  })),
  answerComplaint: calls(`/complaints/${missing}`, () => ({ upheld: false, answer: 'No.' })),
  closeCall: calls('/close', () => ({})),
  carryAward: calls('/award/proposals', () => ({})),
  readResult: calls('/result'),
  complain: calls('/complaints', () => ({ text: 'This was decided wrongly, I say.' })),
}
