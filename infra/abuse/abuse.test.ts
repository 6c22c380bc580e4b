import { expect, test } from 'vitest'

import { attacks } from './attacks.ts'
import { measureAttacks } from './measure-attacks.ts'

const gains = measureAttacks(Number(process.env.N ?? 3), Number(process.env.M ?? 8))
console.log(
  gains
    .map(
      (row) =>
        `${row.attack}: mrr ${[row.honest, row.attacking, row.unguarded].map((s) => s.mrr.toFixed(4) + '/' + s.top10).join(' ')}`,
    )
    .join('\n'),
)
test('no attack gains', () => {
  expect(gains.map(({ attack }) => attack)).toEqual(Object.keys(attacks))
})
