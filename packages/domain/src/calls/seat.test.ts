import { describe, expect, it } from 'vitest'

import { asId, type OrganisationId, type UserId } from '../brand.ts'
import { barredPairs, heldTogether, seatFaults, type Seat, type Seated } from './seat.ts'

const own = asId<OrganisationId>('own')
const other = asId<OrganisationId>('other')
const sits = (userId: string, seat: Seat, organisationId = own): Seated => ({
  userId: asId<UserId>(userId),
  organisationId,
  seat,
})
const sealed = { sealing: 'sealed', threshold: 2, organisationId: own } as const
const sound = [
  sits('ana', 'author'),
  sits('bea', 'approver'),
  sits('ana', 'opener'),
  sits('cho', 'opener', other),
  sits('dan', 'evaluator'),
]
const codes = (call: Parameters<typeof seatFaults>[0], seated: readonly Seated[]): string[] =>
  seatFaults(call, seated).map(({ code }) => code)

describe('the seats of a call', () => {
  it('pass where all are taken and one who opens is from outside', () => expect(codes(sealed, sound)).toEqual([]))

  it.each([
    ['no_approver', sound.filter(({ seat }) => seat !== 'approver')],
    ['no_evaluator', sound.filter(({ seat }) => seat !== 'evaluator')],
    ['no_outside_opener', sound.map((one) => ({ ...one, organisationId: own }))],
  ])('are refused for %s', (code, seated) => expect(codes(sealed, seated)).toEqual([code]))

  it('are refused where one alone could open', () => {
    expect(codes({ ...sealed, threshold: 1 }, sound)).toEqual(['lone_opener'])
    expect(
      codes(
        sealed,
        sound.slice(1).filter(({ userId }) => userId !== 'cho'),
      ),
    ).toEqual(['too_few_openers', 'no_outside_opener'])
  })

  it.each(barredPairs)('are refused where one person is %s and %s of a sealed call', (one, another) => {
    const extra = [sits('eve', one), sits('eve', another)]
    expect(codes(sealed, [...sound, ...extra])).toContain('barred_seats')
    expect(heldTogether([one, another], 'sealed')).toEqual([[one, another]])
  })

  it('may all be one person’s in a plain call', () => {
    const alone = (['author', 'approver', 'opener', 'evaluator'] as const).map((seat) => sits('ana', seat))
    expect(codes({ ...sealed, sealing: 'plain', threshold: 1 }, alone)).toEqual([])
    expect(codes({ ...sealed, threshold: 1 }, alone)).toContain('barred_seats')
  })
})
