import type { GivenScore } from '../src/awards/debrief.ts'
import { asId, type BidId, type OrganisationId, type UserId } from '../src/brand.ts'
import { mayInCall, type CallAct, type CallPart, type CallPhase } from '../src/calls/call-acts.ts'
import { nextEnvelope, type CallState, type Envelope } from '../src/calls/call.ts'
import { heldTogether, seatFaults, seats, type Seat, type Seated } from '../src/calls/seat.ts'
import { median, type PanelScore } from '../src/scorecards/panel.ts'

const [own, other] = ['own', 'other'].map((id) => asId<OrganisationId>(id)) as [OrganisationId, OrganisationId]
export const people = ['ana', 'bea', 'cho', 'dan', 'eva', 'out'].map((id) => asId<UserId>(id))
const bids = ['b0', 'b1', 'b2'].map((id) => asId<BidId>(id))
const sits = (who: string, seat: Seat): Seated => ({
  userId: asId(who),
  organisationId: who === 'out' ? other : own,
  seat,
})
const call = {
  sealing: 'sealed',
  threshold: 2,
  organisationId: own,
  envelopes: ['technical', 'price'] as readonly Envelope[],
} as const
export const criteria = [
  { key: 'method', envelope: 'technical', name: 'Method', weight: 40, maxScore: 10 },
  { key: 'price', envelope: 'price', name: 'Price', weight: 60, maxScore: 10 },
] as const

/** The rows of one sealed call; time in hours. */
export type Model = {
  readonly at: number
  readonly state: CallState
  readonly version: number
  readonly stage: Envelope | null
  readonly settled: boolean
  readonly deadline: number
  readonly standstillUntil: number
  readonly seated: readonly Seated[]
  /** Who bid, and the version of the call that the bid answers. */
  readonly bids: ReadonlyMap<BidId, number>
  readonly releases: readonly UserId[]
  readonly opened: readonly { envelope: Envelope; bidId: BidId; at: number; releases: number; settledBefore: boolean }[]
  readonly cards: readonly { envelope: Envelope; userId: UserId }[]
  readonly panel: readonly PanelScore[]
  readonly given: readonly GivenScore[]
  readonly award: { readonly by: UserId; readonly approved: boolean } | null
  readonly told: readonly BidId[]
  readonly complaint: boolean
}
const begun: Model = {
  ...{ at: 0, state: 'draft', version: 0, stage: null, settled: false, deadline: 72, standstillUntil: 0, seated: [] },
  ...{
    bids: new Map(),
    releases: [],
    opened: [],
    cards: [],
    panel: [],
    given: [],
    award: null,
    told: [],
    complaint: false,
  },
}
const starts: readonly Model[] = [
  { ...begun, seated: [sits('ana', 'author')] },
  {
    ...begun,
    seated: [
      ...[sits('ana', 'author'), sits('bea', 'approver'), sits('cho', 'opener'), sits('out', 'opener')],
      ...[sits('dan', 'evaluator'), sits('eva', 'evaluator')],
    ],
  },
]

/** What decides: the real tables and rules, and what the commands add to them; a control replaces one of it. */
export const real = {
  may: mayInCall,
  faults: seatFaults,
  together: heldTogether,
  next: nextEnvelope,
  owed: ({ opened, told }: Model): BidId[] => bidsOf(opened).filter((id) => !told.includes(id)),
  final: ({ cards, stage }: Model, userId: UserId): boolean =>
    cards.some((card) => card.userId === userId && card.envelope === stage),
}
export type Law = typeof real
export const bidsOf = (rows: Model['opened']): BidId[] => [...new Set(rows.map(({ bidId }) => bidId))]

/** As `call_phase` says it in SQL. */
export const phaseOf = (m: Model): CallPhase => {
  if (m.state === 'published') return m.at < m.deadline ? 'tendering' : 'opening'
  if (m.state === 'opened')
    return !m.settled ? 'evaluating' : m.stage !== 'price' ? 'opening' : m.award !== null ? 'proposed' : 'choosing'
  if (m.state === 'decided') return m.complaint ? 'appeal' : m.at < m.standstillUntil ? 'standstill' : 'final'
  return m.state
}

type Step = {
  readonly act: CallAct | 'wait' | 'submit'
  readonly who: string
  readonly seat?: Seat
  readonly whom?: UserId
  readonly bid?: BidId
  readonly n?: number
}
const partsOf = (m: Model, who: string): CallPart[] => [
  ...m.seated.flatMap((one) => (one.userId === who ? [one.seat] : [])),
  ...((bids as readonly string[]).includes(who) ? ([m.bids.has(asId(who)) ? 'bidder' : 'candidate'] as const) : []),
]
const each = <Value>(values: readonly Value[], step: (value: Value) => Step | Step[]): Step[] => values.flatMap(step)
const byAll = (act: Step['act']): Step[] => each(people, (who) => ({ act, who }))
/** Every step that anybody may try, by what it does. */
const tries: readonly (readonly Step[])[] = [
  [{ act: 'wait', who: 'ana', n: 48 }],
  each(people, (whom) => each(seats, (seat) => ({ act: 'seat', who: 'ana', whom, seat }))),
  ...(['publish', 'amend', 'release', 'submit', 'settle', 'close'] as const).map(byAll),
  each(bids, (who) => (['bid', 'confirm', 'withdraw'] as const).map((act) => ({ act, who, bid: who }))),
  each(people, (who) => each(bids, (bid) => [2, 7].map((n) => ({ act: 'score' as const, who, bid, n })))),
  byAll('propose'),
  each(people, (who) => [0, 1].map((n) => ({ act: 'approve' as const, who, n }))),
  each(people, (who) => each(bids, (bid) => ({ act: 'debrief', who, bid }))),
  each(bids, (who) => ({ act: 'complain', who, bid: who })),
  each(people, (who) => [0, 1].map((n) => ({ act: 'answer' as const, who, n }))),
]

const tryPublish = (m: Model, law: Law): Model =>
  law.faults(call, m.seated).length > 0 ? m : { ...m, state: 'published', version: 1 }

function trySeat(m: Model, userId: UserId, seat: Seat, law: Law): Model {
  const held = m.seated.flatMap((one) => (one.userId === userId ? [one.seat] : []))
  if (held.includes(seat) || (seat === 'opener' && m.state !== 'draft')) return m
  if (law.together([...held, seat], 'sealed').length > 0) return m
  return { ...m, seated: [...m.seated, sits(userId, seat)] }
}

function tryRelease(m: Model, userId: UserId, law: Law): Model {
  const envelope = law.next({ envelopes: [...call.envelopes], stage: m.stage })
  if (envelope === null || m.releases.includes(userId)) return m
  const releases = [...m.releases, userId]
  if (releases.length < call.threshold) return { ...m, releases }
  const live = m.stage === null ? bids.filter((id) => m.bids.get(id) === m.version) : bidsOf(m.opened)
  const row = { envelope, at: m.at, releases: releases.length, settledBefore: m.stage === null || m.settled }
  const opened = [...m.opened, ...live.map((bidId) => ({ ...row, bidId }))]
  return { ...m, state: 'opened', stage: envelope, settled: false, releases: [], opened }
}

function tryScore(m: Model, userId: UserId, bidId: BidId, score: number, law: Law): Model {
  const criterion = criteria.find(({ envelope }) => envelope === m.stage)?.key ?? ''
  if (law.final(m, userId) || !bidsOf(m.opened).includes(bidId)) return m
  const same = (one: PanelScore): boolean => one.userId === userId && one.bidId === bidId && one.criterion === criterion
  // A draft is written over; what a card that is in says would be said twice.
  const kept = real.final(m, userId) ? m.panel : m.panel.filter((one) => !same(one))
  if (m.panel.some((one) => same(one) && one.score === score) && kept !== m.panel) return m
  return { ...m, panel: [...kept, { bidId, criterion, userId, score }] }
}

function trySubmit(m: Model, userId: UserId, law: Law): Model {
  const criterion = criteria.find(({ envelope }) => envelope === m.stage)?.key
  const mine = m.panel.filter((one) => one.userId === userId && one.criterion === criterion)
  const whole = bidsOf(m.opened).every((id) => mine.some(({ bidId }) => bidId === id))
  return m.stage === null || law.final(m, userId) || !whole
    ? m
    : { ...m, cards: [...m.cards, { envelope: m.stage, userId }] }
}

function trySettle(m: Model): Model {
  const in_ = (userId: UserId): boolean => m.cards.some((card) => card.userId === userId && card.envelope === m.stage)
  if (m.seated.some(({ seat, userId }) => seat === 'evaluator' && !in_(userId))) return m
  const criterion = criteria.find(({ envelope }) => envelope === m.stage)?.key ?? ''
  const given = bidsOf(m.opened).flatMap((bidId) => {
    const score = median(
      m.panel
        .filter((one) => one.bidId === bidId && one.criterion === criterion && in_(one.userId))
        .map((one) => one.score),
    )
    return score === null ? [] : [{ bidId, criterion, score }]
  })
  return { ...m, settled: true, given: [...m.given, ...given] }
}

/** What comes of a step; the same model where it is refused. */
function after(m: Model, { act, who, whom, seat, bid, n = 0 }: Step, law: Law): Model {
  if (act === 'wait') return { ...m, at: m.at + n }
  if (!law.may(partsOf(m, who), act === 'submit' ? 'score' : act, phaseOf(m))) return m
  const [userId, bidId] = [asId<UserId>(who), bid ?? asId<BidId>('')]
  if (act === 'seat') return trySeat(m, whom ?? userId, seat ?? 'observer', law)
  if (act === 'publish') return tryPublish(m, law)
  if (act === 'amend')
    return m.version > 2 ? m : { ...m, version: m.version + 1, deadline: Math.max(m.deadline, m.at + 48) }
  if (act === 'bid' || act === 'confirm')
    return m.bids.get(bidId) === m.version ? m : { ...m, bids: new Map(m.bids).set(bidId, m.version) }
  if (act === 'withdraw') return { ...m, bids: new Map([...m.bids].filter(([id]) => id !== bidId)) }
  if (act === 'release') return tryRelease(m, userId, law)
  if (act === 'score') return tryScore(m, userId, bidId, n, law)
  if (act === 'submit') return trySubmit(m, userId, law)
  if (act === 'settle') return trySettle(m)
  if (act === 'propose') return { ...m, award: { by: userId, approved: false } }
  if (act === 'approve')
    return n === 0 || m.award?.by === userId
      ? { ...m, award: null }
      : {
          ...m,
          state: 'decided',
          standstillUntil: m.at + 48,
          award: { by: m.award?.by ?? userId, approved: true },
          told: [],
        }
  if (act === 'debrief')
    return bidsOf(m.opened).includes(bidId) && !m.told.includes(bidId)
      ? { ...m, told: [...new Set([...m.told, bidId])] }
      : m
  if (act === 'complain') return { ...m, complaint: true }
  if (act === 'answer')
    return n === 0 ? { ...m, complaint: false } : { ...m, complaint: false, state: 'opened', award: null, told: [] }
  return act === 'close' && law.owed(m).length === 0 ? { ...m, state: 'closed' } : m
}

/** Plays a story: each number picks a kind of step that does something now, one in eight times any step at all. */
export function play(start: number, numbers: readonly number[], law: Law, seen: (m: Model) => void): void {
  let m = starts[start] ?? begun
  for (const pick of numbers) {
    const group = (from: number): readonly Step[] => tries[from % tries.length] ?? []
    const useful = (from: number): readonly Step[] => {
      for (let at = 0; at < tries.length; at++) {
        const steps = group(from + at).filter((step) => after(m, step, law) !== m)
        if (steps.length > 0) return steps
      }
      return []
    }
    const chosen = pick % 8 === 7 ? group(pick >> 3) : useful(pick)
    const step = chosen[(pick >> 7) % Math.max(1, chosen.length)]
    if (step !== undefined) m = after(m, step, law)
    seen(m)
  }
}
