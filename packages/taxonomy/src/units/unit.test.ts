import { expect, test } from 'vitest'
import { periodLabel, unitLabel, unitNamed, units } from './unit.ts'

test.each([
  ['toneladas', 't'],
  ['Metric Tons', 't'],
  ['m³', 'm3'],
  ['uds.', 'pcs'],
  ['peças', 'pcs'],
  ['docenas', 'dozen'],
  ['quilómetros', 'km'],
  ['gsm', 'g/m2'],
])('%s is %s', (spelling, id) => {
  expect(unitNamed(spelling)?.id).toBe(id)
})

test('every unit is found by its own id, and ids are unique', () => {
  for (const unit of units()) expect(unitNamed(unit.id)?.id).toBe(unit.id)
  expect(new Set(units().map((unit) => unit.id)).size).toBe(units().length)
})

test('measures are shown short, counted things by their word and number', () => {
  expect([
    unitLabel('t', 'en', 400),
    unitLabel('pair', 'en', 1),
    unitLabel('pair', 'es', 2),
    unitLabel('whatever', 'es', 2),
  ]).toEqual(['t', 'pair', 'pares', 'whatever'])
})

test('a single amount has no period', () => {
  expect([
    periodLabel('year', 'en'),
    periodLabel('month', 'es'),
    periodLabel('once', 'en'),
    periodLabel(null, 'es'),
  ]).toEqual(['a year', 'al mes', '', ''])
})
