import fc from 'fast-check'
import { expect, it } from 'vitest'

import { asId, type OrganisationId } from '../brand.ts'
import { firstWithoutRivals } from './rival.ts'

const ids = Array.from({ length: 12 }, (_, index) => asId<OrganisationId>(`supplier-${index}`))
const markets = fc.record({
  list: fc.shuffledSubarray(ids).map((some) => some.map((supplierId) => ({ supplierId }))),
  pairs: fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 15 }),
  limit: fc.nat({ max: 8 }),
  gone: fc.constantFrom(...ids),
})

it('keeps or drops a supplier alike whether its rivals are in the list or not', () => {
  fc.assert(
    fc.property(markets, ({ list, pairs, limit, gone }) => {
      const rivalsOf = (id: OrganisationId) =>
        pairs.flatMap(([one, other]) => (one === id ? [other] : other === id ? [one] : [])).filter((one) => one !== id)
      const kept = (rows: typeof list) =>
        new Set(firstWithoutRivals(rows, limit, rivalsOf).map(({ supplierId }) => supplierId))
      const [present, absent] = [kept(list), kept(list.filter(({ supplierId }) => supplierId !== gone))]
      for (const rival of rivalsOf(gone)) expect(present.has(rival)).toBe(absent.has(rival))
    }),
    { numRuns: 2000 },
  )
})

it('is the plain beginning of the list where nobody named anybody', () => {
  const list = ids.map((supplierId) => ({ supplierId }))
  expect(firstWithoutRivals(list, 3, () => [])).toEqual(list.slice(0, 3))
  expect(firstWithoutRivals(list, 3, (id) => (id === ids[3] ? ids.slice(0, 1) : []))).toHaveLength(4)
  // A rival that is named twice makes room once.
  expect(
    firstWithoutRivals(list, 3, (id) => (id === ids[4] ? [ids[0], ids[0]].flatMap((one) => one ?? []) : [])),
  ).toHaveLength(3)
})
