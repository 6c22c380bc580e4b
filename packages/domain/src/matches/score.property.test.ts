import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidate, capability, certificate, need, pair, reference, today } from '../../test/arbitrary-pairs.ts'
import { asId, type EntryId } from '../brand.ts'
import { governanceTypes } from '../needs/need.ts'
import { disclosedToMatched } from '../passports/disclosed.ts'
import type { unstatedFacts } from '../passports/passport.ts'
import { appraise } from './appraise.ts'
import { compareMatches } from './compare-matches.ts'
import { criteria } from './criteria/criteria.ts'
import { type CriterionId, criterionIds, type Evidence } from './match.ts'
import type { Pair } from './pair.ts'
import { remediesOf } from './remedies.ts'
import { theBest } from './listed.ts'
import { rankMatches, scoreMatch } from './score.ts'
import { weightProfiles } from './weights.ts'

describe('a match', () => {
  test('has scores between 0 and 1 with at most six decimals, and weights that sum to 1', () => {
    fc.assert(
      fc.property(need, candidate, fc.constantFrom(...governanceTypes), (asked, { passport: row, signals }, type) => {
        const match = scoreMatch(asked, row, signals, weightProfiles[type], today)
        const numbers = [
          match.score,
          match.buyerScore,
          match.coverage,
          match.supplierScore ?? 0,
          ...match.criteria.flatMap(({ score, weight }) => [score ?? 0, weight]),
          ...match.gaps.map((gap) => gap.scoreAfter),
        ]
        expect(numbers.filter((value) => !(value >= 0 && value <= 1 && Number(value.toFixed(6)) === value))).toEqual([])
        const buyerSide = match.criteria
          .filter(({ id }) => id !== 'willingness')
          .reduce((sum, { weight }) => sum + weight, 0)
        expect(buyerSide).toBeCloseTo(1, 4)
      }),
    )
  })

  test('is the same bytes when scored again', () => {
    fc.assert(
      fc.property(need, candidate, (asked, { passport: row, signals }) => {
        const score = (): string =>
          JSON.stringify(
            scoreMatch(asked, structuredClone(row), structuredClone(signals), weightProfiles['buyer-driven'], today),
          )
        expect(score()).toBe(score())
      }),
    )
  })

  test('is worth nothing where a gate fails, and stands below all others in the list', () => {
    fc.assert(
      fc.property(need, fc.array(candidate, { maxLength: 6 }), (asked, candidates) => {
        const list = rankMatches(asked, candidates, weightProfiles['producer-driven'], today, theBest(10))
        const failed = list.map((match) => match.gates.some((gate) => gate.verdict === 'fail'))
        expect(list.filter((match, at) => failed[at] && match.score !== 0)).toEqual([])
        expect(failed).toEqual(failed.toSorted((a, b) => Number(a) - Number(b)))
        expect(list.toSorted(compareMatches)).toEqual(list)
      }),
    )
  })

  test('has gaps whose remedy, applied and scored again, gives the promised score', () => {
    fc.assert(
      fc.property(need, candidate, (asked, { passport: row, signals }) => {
        const weights = weightProfiles['buyer-driven']
        const seen = disclosedToMatched(row)
        const match = scoreMatch(asked, row, signals, weights, today)
        const mended = remediesOf({ need: asked, passport: seen, signals, today }, match).map(
          ({ id, detail, apply }) => ({
            id,
            detail,
            scoreAfter: scoreMatch(asked, { ...seen, ...apply(seen) }, signals, weights, today).score,
          }),
        )
        const promised = match.gaps.filter((gap) => !mended.some((one) => JSON.stringify(one) === JSON.stringify(gap)))
        expect(promised).toEqual([])
        expect(match.gaps.every((gap, at) => at === 0 || gap.scoreAfter <= (match.gaps[at - 1]?.scoreAfter ?? 0))).toBe(
          true,
        )
      }),
      { numRuns: 500 },
    )
  })
})

/** The pair as it would be if the quoted evidence did not exist. */
function without({ passport: row, signals, ...rest }: Pair, id: CriterionId, { source, entryId }: Evidence): Pair {
  const factsOf: Partial<Record<CriterionId, Partial<typeof unstatedFacts>>> = {
    geography: { sites: [], country: null, region: null, exportCountries: [] },
    innovation: { researchPercent: null, patents: null },
    inclusion: { localOwnershipPercent: null, womenOwnershipPercent: null },
  }
  const keep = <T extends { readonly id: EntryId }>(rows: readonly T[]): readonly T[] =>
    rows.filter((entry) => entry.id !== entryId)
  return {
    ...rest,
    passport: {
      ...row,
      capabilities: keep(row.capabilities),
      references: keep(row.references),
      certificates: keep(row.certificates),
      facts: source === 'facts' ? { ...row.facts, ...factsOf[id] } : row.facts,
    },
    signals: { ...signals, entries: signals.entries.filter((entry) => entry.entryId !== entryId) },
  }
}

describe.each(criterionIds.filter((id) => id !== 'willingness'))('the criterion %s', (id) => {
  test('never gains, and without any evidence has no score, when what it quotes is taken away', () => {
    fc.assert(
      fc.property(pair, (whole) => {
        const before = criteria[id](whole)
        const evidence = before?.evidence ?? null
        if (before === null || evidence === null) return
        const after = criteria[id](without(whole, id, evidence))
        const [was, is] = [before.score ?? 0, after?.score ?? 0]
        const nothingLeft = was > 0 && (after?.evidence ?? null) === null
        expect({ was, is, holds: nothingLeft ? is < was : is <= was }).toMatchObject({ holds: true })
      }),
      { numRuns: 300 },
    )
  })

  test('quotes evidence whenever it gives points', () => {
    fc.assert(
      fc.property(pair, (whole) => {
        const finding = criteria[id](whole)
        expect((finding?.score ?? 0) === 0 || (finding?.evidence?.quote ?? '') !== '').toBe(true)
      }),
    )
  })
})

describe('saying more', () => {
  const buyerScore = (whole: Pair): number => appraise(whole, weightProfiles['buyer-driven']).buyerScore

  test('in a further reference, certificate, capability or ownership never costs', () => {
    fc.assert(
      fc.property(pair, reference, certificate, capability, (whole, work, paper, skill) => {
        const { passport: row } = whole
        const id = asId<EntryId>('new')
        const more = [
          { ...row, references: [...row.references, { ...work, id }] },
          { ...row, certificates: [...row.certificates, { ...paper, id }] },
          { ...row, capabilities: [...row.capabilities, { ...skill, id }] },
          {
            ...row,
            facts: {
              ...row.facts,
              localOwnershipPercent: 100,
              sites: [...row.facts.sites, { country: 'PE', region: null, locality: null, latitude: 0, longitude: 0 }],
            },
          },
        ]
        for (const next of more)
          expect(buyerScore({ ...whole, passport: next })).toBeGreaterThanOrEqual(buyerScore(whole))
      }),
      { numRuns: 300 },
    )
  })

  test('in words that meet the need better never costs', () => {
    fc.assert(
      fc.property(pair, fc.double({ min: 0, max: 1, noNaN: true }), (whole, lift) => {
        const entries = whole.signals.entries.map((entry) => ({
          ...entry,
          score: entry.score + (1 - entry.score) * lift,
        }))
        expect(buyerScore({ ...whole, signals: { ...whole.signals, entries, profile: lift } })).toBeGreaterThanOrEqual(
          buyerScore(whole),
        )
      }),
    )
  })
})
