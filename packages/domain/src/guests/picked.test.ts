import { expect, it } from 'vitest'

import { Problem } from '../problem.ts'
import { checkPicked, sideOfKind } from './picked.ts'

const firm = { name: 'Molino', kind: 'supplier', registered: false } as const
const refusal = (firms: Parameters<typeof checkPicked>[0]): unknown => {
  try {
    checkPicked(firms)
    return null
  } catch (error) {
    return error instanceof Problem ? [error.code, error.faults.map(({ message }) => message)] : error
  }
}

it('takes buyers as hosts and suppliers as visitors, nobody else', () => {
  expect((['buyer', 'supplier', 'agency', 'expert', 'platform'] as const).map(sideOfKind)).toEqual([
    'host',
    'visitor',
    null,
    null,
    null,
  ])
  expect(refusal([firm, { ...firm, kind: 'buyer' }])).toBeNull()
  expect(refusal([firm, { ...firm, name: 'Agencia', kind: 'agency' }])).toEqual(['guest.kind', ['Agencia']])
})

it('names all who have registered already', () => {
  const there = { ...firm, registered: true }
  expect(refusal([there, firm, { ...there, name: 'Hornos' }])).toEqual(['guest.registered', ['Molino', 'Hornos']])
})
