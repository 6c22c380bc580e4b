import fc from 'fast-check'
import { expect, it } from 'vitest'

import { asId, type OrganisationId } from '../brand.ts'
import { listed } from './listed.ts'

const ids = Array.from({ length: 14 }, (_, index) => asId<OrganisationId>(`supplier-${index}`))
const row = fc.record({ score: fc.constantFrom(0, 0.4, 0.8), isUntried: fc.boolean() })
const markets = fc.record({
  rows: fc.array(row, { minLength: ids.length, maxLength: ids.length }),
  pairs: fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 15 }),
  room: fc.record({ best: fc.nat({ max: 8 }), untried: fc.nat({ max: 4 }) }),
  gone: fc.constantFrom(...ids),
})
const listOf = (rows: readonly { readonly score: number; readonly isUntried: boolean }[]) =>
  rows.map((given, at) => ({ ...given, supplierId: ids[at] ?? asId<OrganisationId>('') }))

it('keeps the best and the best of those with little work, in the order they came', () => {
  fc.assert(
    fc.property(markets, ({ rows, room }) => {
      const list = listOf(rows)
      const kept = listed(list, room, () => [])
      const untried = list.filter(({ isUntried, score }) => isUntried && score > 0)
      const expected = new Set([...list.slice(0, room.best), ...untried.slice(0, room.untried)])
      expect(kept).toEqual(list.filter((one) => expected.has(one)))
    }),
  )
})

it('keeps or drops a supplier alike whether its rivals are in the list or not', () => {
  fc.assert(
    fc.property(markets, ({ rows, pairs, room, gone }) => {
      const rivalsOf = (id: OrganisationId) =>
        pairs.flatMap(([one, other]) => (one === id ? [other] : other === id ? [one] : [])).filter((one) => one !== id)
      const list = listOf(rows)
      const keptOf = (some: typeof list) => new Set(listed(some, room, rivalsOf).map(({ supplierId }) => supplierId))
      const [present, absent] = [keptOf(list), keptOf(list.filter(({ supplierId }) => supplierId !== gone))]
      for (const rival of rivalsOf(gone)) expect(present.has(rival)).toBe(absent.has(rival))
    }),
    { numRuns: 2000 },
  )
})
