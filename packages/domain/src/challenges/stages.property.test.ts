import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { Problem } from '../problem.ts'
import { usualStageDays } from './challenge.ts'
import {
  daysLate,
  daysOf,
  decidedStages,
  moved,
  openActs,
  stageActs,
  stages,
  type StageAct,
  type ProposalStanding,
} from './stages.ts'

const order = ['screening', 'proposal', 'pilot', 'test-site', 'contract'] as const
const ends = ['contract', 'stopped', 'withdrawn']

/** What the way of a proposal should be, said in another way: a place in a row, who holds it, and whether it ended. */
type Model = { at: number; with: 'firm' | 'buyer'; end: string | null; stops: number }
type Real = { standing: ProposalStanding }

const agree = (what: string, real: unknown, model: unknown): void => {
  if (real !== model) throw new Error(`${what}: ${String(real)}, but the model says ${String(model)}`)
}
const attempt = (act: () => ProposalStanding): ProposalStanding | null => {
  try {
    return act()
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

class Act implements fc.Command<Model, Real> {
  readonly act: StageAct
  readonly by: 'firm' | 'buyer'
  readonly reason: string
  constructor(act: StageAct, by: 'firm' | 'buyer', reason: string) {
    this.act = act
    this.by = by
    this.reason = reason
  }
  check = (): boolean => true
  #allowed({ at, with: holder, end }: Model): boolean {
    if (end !== null || at === order.length - 1) return false
    if (this.by === 'firm') return this.act === 'withdraw' || (this.act === 'hand-in' && holder === 'firm')
    return (this.act === 'stop' && this.reason.trim() !== '') || (this.act === 'advance' && holder === 'buyer')
  }
  run(model: Model, real: Real): void {
    const allowed = this.#allowed(model)
    const after = attempt(() => moved(real.standing, this.act, this.by, this.reason))
    agree('is allowed', after !== null, allowed)
    if (after === null) return
    real.standing = after
    if (this.act === 'hand-in') model.with = 'buyer'
    if (this.act === 'advance') Object.assign(model, { at: model.at + 1, with: 'firm' })
    if (this.act === 'stop') Object.assign(model, { end: 'stopped', stops: model.stops + 1 })
    if (this.act === 'withdraw') model.end = 'withdrawn'
    agree('stage', after.stage, model.end ?? order[model.at])
    agree('handed in', after.handedIn, model.end === null && model.with === 'buyer' && model.at < order.length - 1)
    agree('stopped with a reason', this.act !== 'stop' || this.reason.trim() !== '', true)
  }
  toString = (): string => `${this.by}:${this.act}(${this.reason})`
}
const begin = (): { model: Model; real: Real } => ({
  model: { at: 0, with: 'firm', end: null, stops: 0 },
  real: { standing: { stage: 'screening', handedIn: false } },
})

describe('the way of a proposal', () => {
  it('is that of the model, whatever anybody tries', () => {
    const act = fc
      .tuple(
        fc.constantFrom(...stageActs),
        fc.constantFrom('firm' as const, 'buyer' as const),
        fc.constantFrom('', ' ', 'Too dear'),
      )
      .map(([what, by, reason]) => new Act(what, by, reason))
    fc.assert(
      fc.property(fc.commands([act], { maxCommands: 40 }), (acts) => fc.modelRun(begin, acts)),
      { numRuns: 2000 },
    )
  })

  it('ends in every end, and from each stage before it can still reach a contract', () => {
    for (const stage of stages) {
      let standing: ProposalStanding = { stage, handedIn: false }
      for (let turn = 0; turn < 4 && !ends.includes(standing.stage); turn += 1)
        standing = moved(moved(standing, 'hand-in', 'firm', ''), 'advance', 'buyer', '')
      expect(standing.stage).toBe(ends.includes(stage) ? stage : 'contract')
      const acts = openActs({ stage, handedIn: true }, 'buyer')
      expect(acts).toEqual(ends.includes(stage) ? [] : ['advance', 'stop'])
    }
  })

  it('runs against the buyer in every stage in which it decides, and in no other', () => {
    expect(stages.filter((stage) => daysOf(stage, usualStageDays) !== null)).toEqual(decidedStages)
    const due = '2026-11-20T12:00:00.000Z'
    const at = (hours: number): number => Date.parse(due) + hours * 3_600_000
    expect([-1, 0, 1, 24, 25].map((hours) => daysLate(due, at(hours)))).toEqual([0, 0, 1, 1, 2])
    expect(daysLate(null, at(99))).toBe(0)
  })
})
