import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidate, need, passport, signalsOf, today } from '../../test/arbitrary-pairs.ts'
import { asId, type NeedId } from '../brand.ts'
import type { Need } from '../needs/need.ts'
import { disclosedToMatched } from '../passports/disclosed.ts'
import type { Passport } from '../passports/passport.ts'
import { closableGaps, fartherNeeds, groupGaps, type GapGroup, type OpenNeed } from './gap-groups.ts'
import type { ScoredMatch } from './match.ts'
import { type Remedy, remediesOf } from './remedies.ts'
import { scoreMatch } from './score.ts'
import type { Signals } from './signals.ts'
import { weightProfiles } from './weights.ts'

const weights = weightProfiles['buyer-driven']
const all = { groups: 1000, needs: 1000 }
/** One passport, as buyers it is matched with see it, and several needs, each with what retrieval knows of the pair. */
type Market = { readonly row: Passport; readonly pairs: readonly { readonly asked: Need; readonly signals: Signals }[] }
const market: fc.Arbitrary<Market> = passport.map(disclosedToMatched).chain((row) =>
  fc.array(fc.tuple(need, signalsOf(row)), { minLength: 1, maxLength: 6 }).map((pairs) => ({
    row,
    pairs: pairs.map(([asked, signals], order) => ({ asked: { ...asked, id: asId<NeedId>(`n${order}`) }, signals })),
  })),
)
type Pairing = Market['pairs'][number]
const scored = (row: Passport, { asked, signals }: Pairing): ScoredMatch =>
  scoreMatch(asked, row, signals, weights, today)
const passes = (match: ScoredMatch): boolean => match.gates.every(({ verdict }) => verdict === 'pass')
const remediesFor = (row: Passport, { asked, signals }: Pairing): readonly Remedy[] => {
  const match = scored(row, { asked, signals })
  return remediesOf({ need: asked, passport: row, signals, today }, match)
}
const openNeeds = ({ row, pairs }: Market): readonly OpenNeed[] =>
  pairs.map((pairing) => {
    const { score, gaps, closing } = scored(row, pairing)
    const named = { id: pairing.asked.id, title: 't', language: 'es' }
    return { ...named, score, gaps: closableGaps(gaps, closing), wayIn: closing.wayIn }
  })

/** What the groups promise for needs, against the passport with the group's one act done and every need scored again. */
function brokenPromises({ row, pairs }: Market, groups: readonly GapGroup[]): readonly object[] {
  return groups.flatMap((group): readonly object[] => {
    const members = pairs.filter(({ asked }) => group.needs.some(({ id }) => id === asked.id))
    const act = members
      .flatMap((pairing) => remediesFor(row, pairing))
      .find(({ id, detail }) => id === group.id && JSON.stringify(detail) === JSON.stringify(group.detail))
    if (act === undefined) return [{ group, why: 'no remedy is called so' }]
    const mended = { ...row, ...act.apply(row) }
    const found = members.map((pairing) => {
      const [before, after] = [scored(row, pairing), scored(mended, pairing)]
      const [scoreNow, scoreAfter, opens] = [before.score, after.score, passes(after) && !passes(before)]
      return { id: pairing.asked.id, scoreNow, scoreAfter, opens }
    })
    const real = {
      opens: found.filter(({ opens }) => opens).length,
      improves: found.filter(({ opens, scoreNow, scoreAfter }) => !opens && scoreAfter > scoreNow).length,
      gain: found.reduce((sum, one) => sum + one.scoreAfter - one.scoreNow, 0).toFixed(6),
      needs: found.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }
    const promised = {
      opens: group.opens,
      improves: group.improves,
      gain: group.gain.toFixed(6),
      needs: group.needs
        .map(({ id, scoreNow, scoreAfter, opens }) => ({ id, scoreNow, scoreAfter, opens }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }
    return JSON.stringify(real) === JSON.stringify(promised) ? [] : [{ promised, real }]
  })
}

describe('the gaps of a supplier over its open needs', () => {
  test('promise for every need what scoring again finds once the one act is done to the passport', () => {
    fc.assert(
      fc.property(market, (given) => {
        expect(brokenPromises(given, groupGaps(openNeeds(given), all))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('would be caught promising what the act does not do', () => {
    const kinds = ['certificates', 'capacity', 'languages']
    const wanted = [...kinds.map((id) => `${id} opens`), ...kinds.map((id) => `${id} for many`)]
    const seen = new Set<string>()
    // The rarest comes in one market of forty-five, so of 80 rounds one has none; then another is held.
    for (let round = 0; round < 8 && !wanted.every((kind) => seen.has(kind)); round += 1)
      fc.assert(
        fc.property(market, (given) => {
          for (const group of groupGaps(openNeeds(given), all)) {
            if (group.opens > 0) seen.add(`${group.id} opens`)
            if (group.needs.length > 1) seen.add(`${group.id} for many`)
            expect(brokenPromises(given, [{ ...group, opens: group.opens + 1 }])).toHaveLength(1)
            expect(brokenPromises(given, [{ ...group, gain: group.gain + 0.01 }])).toHaveLength(1)
          }
        }),
        { numRuns: 200 },
      )
    expect([...seen]).toEqual(expect.arrayContaining(wanted))
  })

  test('would be caught if acts that differ were taken for one', () => {
    const blurred = (open: OpenNeed): OpenNeed => ({
      ...open,
      gaps: open.gaps.map((gap) => ({ ...gap, remedy: gap.id })),
    })
    const broken = fc
      .sample(market, 100)
      .flatMap((given) => brokenPromises(given, groupGaps(openNeeds(given).map(blurred), all)))
    expect(broken.length).toBeGreaterThan(0)
  })

  test('stand in order, those that open most first, and lists are cut to what was asked for', () => {
    fc.assert(
      fc.property(market, (given) => {
        const groups = groupGaps(openNeeds(given), all)
        for (const [at, group] of groups.entries())
          expect(group.opens <= (groups[at - 1]?.opens ?? Number.POSITIVE_INFINITY)).toBe(true)
        const cut = groupGaps(openNeeds(given), { groups: 2, needs: 1 })
        expect(cut).toEqual(groups.slice(0, 2).map((group) => ({ ...group, needs: group.needs.slice(0, 1) })))
      }),
    )
  })
})

describe('the way in', () => {
  /** Every set of remedies, the smallest first. */
  const subsets = (remedies: readonly Remedy[]): readonly (readonly Remedy[])[] =>
    remedies
      .reduce<readonly (readonly Remedy[])[]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]])
      .toSorted((a, b) => a.length - b.length)
  const done = (row: Passport, set: readonly Remedy[]): Passport =>
    set.reduce((before, { apply }) => ({ ...before, ...apply(before) }), row)

  test('is as short as the shortest of all sets of remedies that pass every gate, and none where there is no such set', () => {
    let long = 0
    fc.assert(
      fc.property(need, candidate, (asked, { passport: whole, signals }) => {
        const row = disclosedToMatched(whole)
        const match = scored(row, { asked, signals })
        const { wayIn } = match.closing
        const sets = subsets(remediesFor(row, { asked, signals }))
        const shortest = sets.find((set) => passes(scored(done(row, set), { asked, signals })))
        expect(wayIn?.gaps.length ?? 0).toBe(shortest?.length ?? 0)
        if (wayIn === null) return
        if (wayIn.gaps.length > 1) long += 1
        const named = sets.find(
          (set) =>
            JSON.stringify(set.map(({ id, detail }) => ({ id, detail }))) === JSON.stringify(wayIn.gaps) &&
            passes(scored(done(row, set), { asked, signals })),
        )
        expect(named === undefined ? null : scored(done(row, named), { asked, signals }).score).toBe(wayIn.scoreAfter)
      }),
      { numRuns: 1000 },
    )
    expect(long).toBeGreaterThan(10)
  })

  test('is listed only where it takes several acts, fewest first', () => {
    fc.assert(
      fc.property(market, (given) => {
        const listed = fartherNeeds(openNeeds(given), 3).map(({ wayIn }) => wayIn.gaps.length)
        expect(listed).toEqual(listed.toSorted((a, b) => a - b))
        expect(listed.every((acts) => acts > 1) && listed.length <= 3).toBe(true)
      }),
    )
  })
})
