import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { asId, type NeedId, type OrganisationId } from '../brand.ts'
import { Exposures } from './exposures.ts'
import { fairOrder, listWorth } from './fair-order.ts'
import { heldPlaces, merit, newPlaces, shownPlaces, type FairnessPolicy } from './fairness-policy.ts'

const idOf = (at: number): OrganisationId => asId<OrganisationId>(`s${String(at).padStart(3, '0')}`)
const policies: fc.Arbitrary<FairnessPolicy> = fc.record({
  floor: fc.boolean(),
  periodDays: fc.constant(90),
  tolerance: fc.double({ min: 0, max: 0.02, noNaN: true }),
  newShare: fc.constantFrom(0, 0.1, 0.2),
})
/** A list by merit, a tail of it barred, with what each had so far and whether it is new. */
const lists = fc
  .array(
    fc.record({
      score: fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000),
      shown: fc.integer({ min: 0, max: 6 }),
      eligible: fc.integer({ min: 0, max: 40 }),
      fresh: fc.boolean(),
      untried: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.toSorted((a, b) => b.score - a.score).map((row, at) => ({ ...row, supplierId: idOf(at), place: at })),
  )
type Drawn = {
  readonly supplierId: OrganisationId
  readonly shown: number
  readonly eligible: number
  readonly fresh: boolean
  readonly untried: boolean
}
const share = <Row extends Drawn & { readonly score: number }>(rows: readonly Row[], policy: FairnessPolicy) => {
  const by = new Map(rows.map((row) => [row.supplierId, row]))
  return fairOrder(rows, policy, (id) => {
    const { shown = 0, eligible = 0, fresh = false, untried = false } = by.get(id) ?? {}
    return { exposure: { shown, eligible }, isNew: fresh, isUntried: untried }
  })
}
const check = (
  body: (rows: readonly (Drawn & { readonly score: number; readonly place: number })[], policy: FairnessPolicy) => void,
): void => {
  fc.assert(fc.property(lists, policies, body), { numRuns: 500 })
}

describe('sharing out the places of a list', () => {
  it('keeps every row once, and its score', () =>
    check((rows, policy) => {
      const { order } = share(rows, policy)
      expect(order.toSorted((a, b) => a.place - b.place)).toEqual(rows)
    }))

  it('never lets a barred row rise, and gives the same order for the same input', () =>
    check((rows, policy) => {
      const { order, lifted } = share(rows, policy)
      const barred = [...order.entries()].filter(([, row]) => row.score === 0)
      for (const [at, row] of barred) expect(at).toBeGreaterThanOrEqual(row.place)
      for (const id of lifted.keys()) expect(rows.find(({ supplierId }) => supplierId === id)?.score).toBeGreaterThan(0)
      expect(JSON.stringify(share(structuredClone(rows), policy))).toBe(JSON.stringify({ order, lifted }))
      expect([...share(structuredClone(rows), policy).lifted]).toEqual([...lifted])
    }))

  it('touches the held places alone, and drops nobody by more than their number', () =>
    check((rows, policy) => {
      const { order, lifted } = share(rows, policy)
      const held = heldPlaces(policy)
      for (const row of rows.slice(0, shownPlaces - held)) expect(order[row.place]).toBe(row)
      for (const [at, row] of order.entries()) expect(at - row.place).toBeLessThanOrEqual(held)
      expect(lifted.size).toBeLessThanOrEqual(held)
      expect([...lifted.values()].filter((reason) => reason === 'new').length).toBeLessThanOrEqual(newPlaces(policy))
      const risen = order.filter((row, at) => at < row.place).map(({ supplierId }) => supplierId)
      for (const id of lifted.keys()) expect(risen).toContain(id)
    }))

  it('gives up no more of the worth of the list than the policy tolerates', () =>
    check((rows, policy) => {
      const open = rows.filter(({ score }) => score > 0)
      expect(listWorth(share(rows, policy).order)).toBeGreaterThanOrEqual(
        listWorth(open) * (1 - policy.tolerance) - 1e-9,
      )
    }))

  it('gives a place that is owed to several to one with little work to show, and one that is overdue also the place of one owed less', () => {
    const rows = Array.from({ length: 14 }, (_, at) => ({ supplierId: idOf(at), score: 0.9 - at / 1000 }))
    const floor: FairnessPolicy = { floor: true, periodDays: 90, tolerance: 0.02, newShare: 0 }
    const shownWith = (eligible: (at: number) => number, untried: readonly number[] = []): readonly string[] => {
      const { order } = fairOrder(rows, floor, (id) => {
        const at = Number(id.slice(1))
        return {
          exposure: { shown: eligible(at) === 0 ? 1 : 0, eligible: eligible(at) },
          isNew: false,
          isUntried: untried.includes(at),
        }
      })
      return order.slice(0, shownPlaces).map(({ supplierId }) => supplierId)
    }
    const owedBehind = (at: number): number => (at < 10 ? 0 : 3)
    expect(shownWith(owedBehind).slice(7)).toEqual([idOf(10), idOf(11), idOf(12)])
    expect(shownWith(owedBehind, [13]).slice(7)).toEqual([idOf(10), idOf(11), idOf(13)])
    const oneOverdue = (eligible: number) => (at: number) => (at === 13 ? eligible : at < 10 && at > 6 ? 3 : 0)
    expect(shownWith(oneOverdue(5)).slice(7)).toEqual([idOf(7), idOf(8), idOf(9)])
    expect(shownWith(oneOverdue(9)).slice(7)).toEqual([idOf(7), idOf(8), idOf(13)])
  })

  it('changes nothing where no place is held', () =>
    check((rows) => {
      expect(share(rows, merit)).toEqual({ order: rows, lifted: new Map() })
    }))
})

/** A market over a season: each need finds part of the suppliers, the same few always a little ahead. */
function season(policy: FairnessPolicy, seed: number) {
  let state = seed + 1
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const suppliers = Array.from({ length: 80 }, (_, at) => ({ id: idOf(at), small: at >= 30 }))
  const smallFirms = new Set(suppliers.flatMap(({ id, small }) => (small ? [id] : [])))
  const exposures = new Exposures()
  const counts = new Map(suppliers.map(({ id }) => [id, { shown: 0, eligible: 0, relevant: 0 }]))
  let [worth, best] = [0, 0]
  for (let at = 0; at < 400; at += 1) {
    const needId = asId<NeedId>(`n${at}`)
    const ranked = suppliers
      .filter(() => random() < 0.5)
      .map(({ id, small }) => ({
        supplierId: id,
        // One in seven fails a gate.
        score: random() < 0.15 ? 0 : Math.round(((small ? 0.57 : 0.62) + random() * 0.05) * 1e6) / 1e6,
      }))
      .toSorted((a, b) => b.score - a.score || (a.supplierId < b.supplierId ? -1 : 1))
      .slice(0, 50)
    const { order } = fairOrder(ranked, policy, (id) => ({
      exposure: exposures.of(id, 0, needId),
      isNew: false,
      isUntried: smallFirms.has(id),
    }))
    const open = order.filter(({ score }) => score > 0)
    const shown = open.slice(0, shownPlaces).map(({ supplierId }) => supplierId)
    // A list that is made anew counts once.
    for (let again = 0; again < 2; again += 1)
      exposures.put({ needId, at: at + 1, shown, eligible: open.map(({ supplierId }) => supplierId) })
    for (const { supplierId } of open) {
      const count = counts.get(supplierId)
      if (count === undefined) continue
      count.eligible += 1
      if (shown.includes(supplierId)) count.shown += 1
    }
    worth += listWorth(order)
    best += listWorth(ranked)
  }
  const passing = suppliers.flatMap(({ id, small }) => {
    const count = counts.get(id)
    return count !== undefined && count.eligible >= 10 ? [{ ...count, small }] : []
  })
  const smallShown = passing.reduce((sum, { small, shown }) => sum + (small ? shown : 0), 0)
  return { passing, smallShown, unseen: passing.filter(({ shown }) => shown === 0).length, kept: worth / best }
}

describe('a season', () => {
  const floor: FairnessPolicy = { floor: true, periodDays: 90, tolerance: 0.02, newShare: 0 }

  it.each([1, 2, 3])('shows every supplier that passes the gates of ten needs (seed %i)', (seed) => {
    const { passing, unseen, kept } = season(floor, seed)
    expect(passing.length).toBeGreaterThan(60)
    expect(unseen).toBe(0)
    expect(kept).toBeGreaterThanOrEqual(0.98)
  })

  it.each([1, 2, 3])('leaves some unseen without the floor (seed %i)', (seed) => {
    expect(season(merit, seed).unseen).toBeGreaterThan(0)
  })

  it.each([1, 2, 3])('shows small firms more often with the floor than without (seed %i)', (seed) => {
    expect(season(floor, seed).smallShown).toBeGreaterThan(season(merit, seed).smallShown * 1.5)
  })

  it('counts a list that was made anew once, and not what is older than the period', () => {
    const exposures = new Exposures()
    const list = { needId: asId<NeedId>('n'), at: 100, shown: [idOf(1)], eligible: [idOf(1), idOf(2)] }
    exposures.put(list)
    exposures.put({ ...list, shown: [idOf(2)] })
    const other = asId<NeedId>('other')
    expect(exposures.of(idOf(1), 0, other)).toEqual({ shown: 0, eligible: 1 })
    expect(exposures.of(idOf(2), 0, other)).toEqual({ shown: 1, eligible: 1 })
    expect(exposures.of(idOf(2), 101, other)).toEqual({ shown: 0, eligible: 0 })
    expect(exposures.of(idOf(2), 0, list.needId)).toEqual({ shown: 0, eligible: 0 })
  })
})
