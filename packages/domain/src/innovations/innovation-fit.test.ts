import { describe, expect, it } from 'vitest'

import { asId, type InnovationId, type NeedId, type OrganisationId } from '../brand.ts'
import type { Theme } from '../challenges/challenge.ts'
import { noSignals, type Signals } from '../matches/signals.ts'
import type { InnovationContent } from './innovation.ts'
import {
  innovationAsPassport,
  pairFit,
  rankShowcase,
  toldNeeds,
  type NeedReason,
  type Shown,
} from './innovation-fit.ts'
import { needFromInnovation } from './need-from-innovation.ts'

const cpv = (code: string): InnovationContent['categories'][number] => ({ scheme: 'CPV', code })
const innovation: InnovationContent = {
  title: 'Fog nets',
  problem: 'Haul roads take 1,200 m3 of water a day. The valley below lacks it.',
  solution: 'A secret weave.',
  language: 'en',
  theme: 'water',
  maturity: 'prototype',
  seeks: ['pilot-site'],
  categories: [cpv('45232000')],
  evidence: '',
  references: [{ text: 'A week at a quarry', customer: null, year: 2025 }],
  fileIds: [],
}
const need = (code: string | null): Parameters<typeof pairFit>[0]['need'] => ({
  ...needFromInnovation('need', innovation),
  categories: code === null ? [] : [cpv(code)],
})
const passport = innovationAsPassport(asId<InnovationId>('one'), innovation)
const said = (score: number): Signals => ({
  ...noSignals,
  profile: score,
  entries: [{ entryId: passport.capabilities[0]?.id ?? null, source: 'capability', quote: 'Fog nets', score }],
})
const fit = (code: string | null, signals: Signals): ReturnType<typeof pairFit> =>
  pairFit({ need: need(code), passport, signals, today: '2026-01-01' })

describe('a need of the past', () => {
  it('is met by words and by category, and by neither scores nothing', () => {
    expect(fit('03000000', noSignals)).toEqual({ score: 0, category: null })
    expect(fit(null, said(0.5)).score).toBeGreaterThan(0.5)
    const near = fit('45232100', said(0.5))
    const far = fit('45000000', said(0.5))
    expect(near.category).toEqual({ scheme: 'CPV', wanted: '45232100', own: '45232000' })
    expect(near.score).toBeGreaterThan(far.score)
    expect(far.score).toBeGreaterThan(fit('03000000', said(0.5)).score)
    expect(fit('45232000', said(0.7)).score).toBeGreaterThan(fit('45232000', said(0.3)).score)
  })
})

const reason = (score: number, name = String(score)): NeedReason => ({
  needId: asId<NeedId>(name),
  title: name,
  language: 'en',
  open: false,
  score,
  words: [],
  category: null,
})
const shown = (id: string, theme: Theme, scores: readonly number[], publishedAt = '2026-01-01'): Shown => ({
  id: asId<InnovationId>(id),
  supplierId: asId<OrganisationId>('firm'),
  theme,
  publishedAt,
  needs: scores.map((score) => reason(score)),
})
const ranked = (items: readonly Shown[], themes: readonly (readonly [Theme, number])[] = [], limit = 10): string[] =>
  rankShowcase(items, new Map(themes), limit).map(({ id, score }) => `${id} ${score}`)

describe('what fits a buyer', () => {
  it('is ranked by its needs, the best in full and each further one half as much as the one before', () => {
    expect(ranked([shown('one', 'water', [0.5]), shown('both', 'water', [0.5, 0.4])])).toEqual(['both 0.6', 'one 0.5'])
    expect(ranked([shown('many', 'water', [0.1, 0.1, 0.5, 0.1])])).toEqual(
      ranked([shown('many', 'water', [0.5, 0.1, 0.1])]),
    )
    const [told] = rankShowcase([shown('many', 'water', [0.1, 0.2, 0.5, 0.3])], new Map(), 10)
    expect(told?.needs.map(({ score }) => score)).toEqual([0.5, 0.3, 0.2])
    expect(told?.needs).toHaveLength(toldNeeds)
  })

  it('is lifted by a theme on which the buyer has challenges, and shown for that alone; nothing else is', () => {
    const [water, energy, plain] = [
      shown('water', 'water', [0.5]),
      shown('energy', 'energy', [0.5]),
      shown('plain', 'energy', []),
    ]
    expect(ranked([energy, water, plain], [['water', 2]])).toEqual(['water 0.575', 'energy 0.5'])
    expect(ranked([plain], [['energy', 1]])).toEqual(['plain 0.15'])
    expect(rankShowcase([water], new Map([['water', 2]]), 1)[0]?.themeCount).toBe(2)
  })

  it('is the newest first where equal, and no more than was asked for', () => {
    const [old, young] = [shown('old', 'water', [0.5]), shown('young', 'water', [0.5], '2026-02-01')]
    expect(ranked([old, young])).toEqual(['young 0.5', 'old 0.5'])
    expect(ranked([old, young], [], 1)).toEqual(['young 0.5'])
  })
})

describe('a need that an innovation gave', () => {
  it('says the problem alone: neither who solves it nor how', () => {
    const challenge = needFromInnovation('challenge', innovation)
    expect(challenge).toMatchObject({
      kind: 'challenge',
      title: 'Haul roads take 1,200 m3 of water a day',
      text: innovation.problem,
      governance: 'open-challenge',
      categories: innovation.categories,
    })
    expect(JSON.stringify(challenge)).not.toContain('weave')
    expect(needFromInnovation('need', innovation)).toMatchObject({ kind: 'need', title: 'Fog nets' })
    const long = needFromInnovation('challenge', { ...innovation, problem: 'word '.repeat(60) })
    expect(long.title.length).toBeLessThanOrEqual(120)
    expect(long.title.endsWith('word…')).toBe(true)
  })
})
