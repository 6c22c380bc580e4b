import type { CallView, SeatView } from '@enlace/contracts'
import {
  asId,
  callPhases,
  seats as allSeats,
  type CallPhase,
  type OrganisationId,
  type Seat,
  type SeatId,
} from '@enlace/domain'
import { describe, expect, it } from 'vitest'
import { nextStep } from './next-step.ts'
import { barredBy, seatsMissing } from './seat-faults.ts'

const buyer = { id: asId<OrganisationId>('buyer'), name: 'Cobre del Desierto', country: 'CL' }
const call = (given: Partial<CallView> = {}): CallView =>
  ({
    phase: 'draft',
    sealing: 'sealed',
    threshold: 2,
    envelopes: ['technical', 'price'],
    stage: null,
    buyer,
    parts: ['author'],
    ...given,
  }) as CallView
const seat = (kind: Seat, email: string, given: Partial<SeatView> = {}): SeatView => ({
  id: asId<SeatId>(`${kind} ${email}`),
  seat: kind,
  email,
  name: null,
  organisation: { id: buyer.id, name: buyer.name },
  hasKey: true,
  acceptedAt: '2026-01-01T00:00:00.000Z',
  ...given,
})
const outside = { organisation: { id: asId<OrganisationId>('notary'), name: 'Notaría Sur' } }
const full = [
  seat('author', 'ana@buyer.test'),
  seat('approver', 'bo@buyer.test'),
  seat('evaluator', 'eva@buyer.test'),
  seat('opener', 'ana@buyer.test'),
  seat('opener', 'nora@notary.test', outside),
]
const known = { seats: full, opening: null, decision: null }
const codes = (of: CallView, given: readonly SeatView[]): string[] => seatsMissing(of, given).map(({ code }) => code)

describe('the seats of a sealed call', () => {
  it('are complete with two who open, one of them from outside, and a key each', () => {
    expect(codes(call(), full)).toEqual([])
    expect(
      codes(
        call(),
        full.map((one) => ({ ...one, hasKey: false })),
      ),
    ).toEqual(['no_key'])
  })

  it('are not taken by who has only been asked', () => {
    expect(
      codes(
        call(),
        full.map((one) => (one.email.startsWith('nora') ? { ...one, acceptedAt: null } : one)),
      ),
    ).toEqual(['too_few_openers', 'no_outside_opener'])
  })

  it('bar a pair before it is named, whatever the case of the address, and none in a plain call', () => {
    const named = { email: ' Bo@Buyer.test', seat: 'evaluator' } as const
    expect(barredBy(call(), full, named)).toEqual(['evaluator', 'approver'])
    expect(barredBy(call({ sealing: 'plain' }), full, named)).toBeNull()
    expect(barredBy(call(), full, { ...named, email: 'new@buyer.test' })).toBeNull()
  })
})

describe('what is next in a call', () => {
  const who = (phase: CallPhase, parts: CallView['parts'] = []) => {
    const step = nextStep(call({ phase, parts }), known)
    return step === null ? 'nobody' : `${step.seat ?? 'waiting'}${step.mine ? '!' : ''}`
  }

  it('waits for one seat in each phase, or for nobody of the buyer', () => {
    expect(callPhases.map((phase) => [phase, who(phase)])).toEqual([
      ['draft', 'approver'],
      ['tendering', 'waiting'],
      ['opening', 'opener'],
      ['evaluating', 'author'],
      ['choosing', 'author'],
      ['proposed', 'approver'],
      ['standstill', 'waiting'],
      ['appeal', 'approver'],
      ['final', 'author'],
      ['closed', 'nobody'],
      ['cancelled', 'nobody'],
    ])
  })

  it('is the reader’s own only by the seat that it waits for', () => {
    expect(allSeats.map((one) => who('proposed', [one]))).toEqual(
      allSeats.map((one) => (one === 'approver' ? 'approver!' : 'approver')),
    )
    expect(nextStep(call({ parts: ['asked'] }), known)?.mine).toBe(true)
  })

  it('is the seats’ before the publication’s', () => {
    expect(nextStep(call({ parts: ['author'] }), { ...known, seats: full.slice(0, 2) })).toMatchObject({
      seat: 'author',
      mine: true,
    })
  })
})
