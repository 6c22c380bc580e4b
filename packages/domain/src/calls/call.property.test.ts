import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bidsOf, criteria, people, phaseOf, play, real, type Law, type Model } from '../../test/call-model.ts'
import { debriefOf, totalOf } from '../awards/debrief.ts'
import { mayInCall, type CallPhase } from './call-acts.ts'
import { barredPairs } from './seat.ts'

const repeats = (keys: readonly string[]): boolean => new Set(keys).size < keys.length
/** What no story may come to, each with the rule whose loss makes it happen. */
const promises: readonly { says: string; broken: (m: Model) => boolean; control: Partial<Law> }[] = [
  {
    says: 'closes without a debrief to each bid',
    broken: (m) =>
      m.state === 'closed' &&
      bidsOf(m.opened).some(
        (id) =>
          !m.told.includes(id) ||
          debriefOf(criteria, m.given, bidsOf(m.opened), id).criteria.some(({ score }) => score === null),
      ),
    control: { owed: () => [] },
  },
  {
    says: 'opens before the deadline',
    broken: (m) => m.opened.some(({ at }) => at < m.deadline),
    control: {
      may: (parts, act, phase) => mayInCall(parts, act, act === 'release' && phase === 'tendering' ? 'opening' : phase),
    },
  },
  {
    says: 'opens the price before the rest is settled, or with fewer than it takes',
    broken: (m) =>
      m.opened.some((row) => row.releases < 2 || !row.settledBefore) ||
      (m.opened[0] ?? { envelope: 'technical' }).envelope !== 'technical',
    control: { next: ({ stage }) => (stage === null ? 'price' : null) },
  },
  {
    says: 'has one person in two barred seats once it is published',
    broken: (m) =>
      m.state !== 'draft' &&
      people.some((who) =>
        barredPairs.some((pair) =>
          pair.every((seat) => m.seated.some((one) => one.userId === who && one.seat === seat)),
        ),
      ),
    control: { faults: () => [], together: () => [] },
  },
  {
    says: 'counts a score twice',
    broken: (m) =>
      repeats(m.panel.map(({ bidId, criterion, userId }) => `${bidId} ${criterion} ${userId}`)) ||
      repeats(m.given.map(({ bidId, criterion }) => `${bidId} ${criterion}`)) ||
      bidsOf(m.opened).some((id) => totalOf(criteria, m.given, id) > 100),
    control: { final: () => false },
  },
]
const stories = fc.tuple(
  fc.constantFrom(1, 1, 1, 0),
  fc.array(fc.nat({ max: 1 << 20 }), { minLength: 50, maxLength: 100 }),
)
const storyHolds = (law: Law, broken: (m: Model) => boolean, seen?: (m: Model) => void) =>
  fc.property(stories, ([start, numbers]) => {
    play(start, numbers, law, (m) => {
      seen?.(m)
      if (broken(m)) throw new Error(`${phaseOf(m)} at ${m.at}`)
    })
  })

describe('no story of a call', () => {
  it.each(promises)('$says', ({ broken }) => fc.assert(storyHolds(real, broken), { numRuns: 100 }))

  it.each(promises)('$says, which it does where the rule is taken away', ({ broken, control }) =>
    expect(
      fc.check(storyHolds({ ...real, ...control }, broken), { numRuns: 300, seed: 7, endOnFailure: true }).failed,
    ).toBe(true),
  )

  it('is left out: every phase is come to', () => {
    const phases = new Set<CallPhase>()
    fc.assert(
      storyHolds(
        real,
        () => false,
        (m) => phases.add(phaseOf(m)),
      ),
      { numRuns: 100, seed: 7 },
    )
    expect([...phases].toSorted()).toEqual([
      'appeal',
      'choosing',
      'closed',
      'draft',
      'evaluating',
      'final',
      'opening',
      'proposed',
      'standstill',
      'tendering',
    ])
  })
})
