import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { linkageSides, linkageStages, otherSide, type Passage, passages, stageRank } from './stage.ts'
import { type LinkageAct, type Move, type Standing, stageAfter, takeStep, undoWindowMs } from './take-step.ts'

/** Any act at all, or one of the steps ahead of where the linkage stands, without which stories would not get far. */
type Told = LinkageAct | { readonly kind: 'ahead'; readonly pick: number }
const acts: fc.Arbitrary<Told> = fc.oneof(
  { weight: 8, arbitrary: fc.nat(9).map((pick): Told => ({ kind: 'ahead', pick })) },
  { weight: 3, arbitrary: fc.constantFrom(...linkageStages).map((to): Told => ({ kind: 'step', to })) },
  { weight: 1, arbitrary: fc.constant<Told>({ kind: 'decline' }) },
  { weight: 2, arbitrary: fc.constant<Told>({ kind: 'undo' }) },
)
const stories = fc.array(
  fc.tuple(acts, fc.constantFrom(...linkageSides), fc.constantFrom(0, 1000, undoWindowMs, undoWindowMs + 1)),
  { maxLength: 60, size: 'max' },
)
const requested: Move = { kind: 'proposed', from: 'requested', to: 'match', by: 'buyer', at: 0 }
const matched: Move = { kind: 'started', from: 'match', to: 'match', by: null, at: 0 }

/** Plays a story and gives its history. */
function play(
  begin: Move,
  story: readonly (readonly [Told, 'buyer' | 'supplier', number])[],
  table: readonly Passage[] = passages,
): Move[] {
  const history = [begin]
  let standing: Standing = { stage: stageAfter(begin), last: begin }
  let now = 0
  for (const [told, by, waited] of story) {
    now += waited
    const { stage } = standing
    const ahead = table.filter(({ from, to }) => from === stage && to !== 'stopped').map(({ to }) => to)
    const act: LinkageAct =
      told.kind === 'ahead' ? { kind: 'step', to: ahead[told.pick % ahead.length] ?? 'stopped' } : told
    const outcome = takeStep(standing, act, by, now, table)
    if (outcome === null || 'refused' in outcome) continue
    history.push(outcome.move)
    standing = { stage: stageAfter(outcome.move), last: outcome.move }
  }
  return history
}

/** What is wrong with a history, by the table as it is written; it knows nothing of how acts are decided. */
function faultsOf(history: readonly Move[]): string[] {
  return history.slice(1).flatMap((move, index) => {
    const before = history[index]
    if (before === undefined || stageAfter(before) !== move.from) return ['it does not follow what was before']
    if (move.kind === 'proposed' || move.kind === 'declined') return []
    if (move.kind === 'undone')
      return before.kind === 'stepped' &&
        before.by === move.by &&
        before.from === move.to &&
        move.at - before.at <= undoWindowMs
        ? []
        : ['a way back that is no undo']
    const passage = passages.find(({ from, to }) => from === move.from && to === move.to)
    if (passage === undefined) return ['a step that there is not']
    if (move.by === null || !passage.by.includes(move.by)) return ['not theirs to take']
    if (move.to !== 'stopped' && stageRank(move.to) <= stageRank(move.from)) return ['a step back']
    const agreed = before.kind === 'proposed' && before.to === move.to && before.by === otherSide(move.by)
    return passage.consent && !agreed ? ['the other side did not agree'] : []
  })
}

describe('a linkage', () => {
  it('skips no consent, takes no step back but an undo in time, and takes no step of the other side', () => {
    fc.assert(
      fc.property(fc.constantFrom(requested, matched), stories, (begin, story) => {
        expect(faultsOf(play(begin, story))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('comes to every stage, so that the stories above are worth something', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(stories, (story) => {
        for (const move of play(requested, story)) seen.add(stageAfter(move))
      }),
      { numRuns: 3000, seed: 7 },
    )
    expect([...seen].toSorted()).toEqual([...linkageStages].toSorted())
  })

  it('would be found out if it asked nobody, let the wrong side step, or knew a step too many', () => {
    const found = (table: readonly Passage[]): string[] => {
      const faults = new Set<string>()
      fc.assert(
        fc.property(stories, (story) => {
          for (const fault of faultsOf(play(requested, story, table))) faults.add(fault)
        }),
        { numRuns: 2000, seed: 11 },
      )
      return [...faults]
    }
    expect(found(passages.map((one) => ({ ...one, consent: false })))).toContain('the other side did not agree')
    expect(found(passages.map((one) => ({ ...one, by: linkageSides })))).toContain('not theirs to take')
    expect(found([...passages, { from: 'rfq', to: 'conversation', by: linkageSides, consent: false }])).toContain(
      'a step that there is not',
    )
  })

  it('takes the same step of both sides at once as one, and repeated it is refused or changes nothing', () => {
    const begin: Standing = { stage: 'offer', last: null }
    const one = takeStep(begin, { kind: 'step', to: 'contract' }, 'buyer', 1)
    if (one === null || 'refused' in one) throw new Error('a contract can be proposed')
    const proposed: Standing = { stage: stageAfter(one.move), last: one.move }
    expect(takeStep(proposed, { kind: 'step', to: 'contract' }, 'buyer', 2)).toBeNull()
    const two = takeStep(proposed, { kind: 'step', to: 'contract' }, 'supplier', 2)
    if (two === null || 'refused' in two) throw new Error('a contract can be agreed to')
    expect(two.move).toMatchObject({ kind: 'stepped', from: 'offer', to: 'contract' })
    const agreed: Standing = { stage: stageAfter(two.move), last: two.move }
    expect(takeStep(agreed, { kind: 'step', to: 'contract' }, 'buyer', 3)).toEqual({ refused: 'no-such-step' })
  })

  it('ends where a request is declined or withdrawn', () => {
    const asked: Standing = { stage: 'requested', last: requested }
    for (const by of linkageSides)
      expect(takeStep(asked, { kind: 'decline' }, by, 5)).toEqual({
        move: { kind: 'stepped', from: 'requested', to: 'stopped', by, at: 5 },
      })
    expect(takeStep({ stage: 'match', last: matched }, { kind: 'decline' }, 'buyer', 5)).toEqual({
      refused: 'nothing-proposed',
    })
  })
})
