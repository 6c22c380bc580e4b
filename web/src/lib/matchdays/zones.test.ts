import type { MatchdayPlace } from '@enlace/domain'
import { expect, it } from 'vitest'
import { blankZone, placesOf, zonesOf } from './zones.ts'

const place = (n: number, given: Partial<MatchdayPlace> = {}): MatchdayPlace => ({
  ...{ key: `t${n}`, name: `Table ${n}`, kind: 'table', zone: 'Hall' },
  ...given,
})
const keysOf = (places: readonly MatchdayPlace[]): string[] =>
  places.map(({ key, appeal }) => `${key} ${appeal ?? '-'}`)

it('reads places of one zone, one kind and one appeal as one row, and writes what it read', () => {
  const places = [
    place(1, { appeal: 5 }),
    place(2),
    place(3, { appeal: 5, kind: 'booth' }),
    place(5, { appeal: 5 }),
    place(4, { kind: 'virtual' }),
  ]
  const zones = zonesOf(places)
  expect(zones.map(({ name, tables, kind, appeal }) => [name, tables, kind, appeal])).toEqual([
    ['Hall', 2, 'table', 5],
    ['Hall', 1, 'table', null],
    ['Hall', 1, 'booth', 5],
    ['Hall', 1, 'virtual', null],
  ])
  expect(placesOf(zones).toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
    places.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  )
})

it('tells some tables of a zone from the others without replacing any', () => {
  const [hall] = zonesOf([place(1), place(2), place(3)])
  if (hall === undefined) throw new Error('there is a zone')
  const some = { ...blankZone(), name: 'Hall', tables: 1, appeal: 5 as const }
  expect(keysOf(placesOf([{ ...hall, tables: 2 }, some]))).toEqual(['t1 -', 't2 -', 't3 5'])
  // The appeal of all changes, and is taken back.
  const better = placesOf([{ ...hall, appeal: 4 }])
  expect(keysOf(better)).toEqual(['t1 4', 't2 4', 't3 4'])
  expect(placesOf(zonesOf(better).map((zone) => ({ ...zone, appeal: null })))).toEqual([place(1), place(2), place(3)])
})

it('adds tables with keys and names of their own, and keeps those of a zone that is named anew', () => {
  const [hall] = zonesOf([place(1, { key: 'z1-1', name: 'Hall 1' })])
  if (hall === undefined) throw new Error('there is a zone')
  const added = placesOf([{ ...hall, tables: 3, name: 'Patio' }])
  expect(added.map(({ key, zone }) => [key, zone])).toEqual([
    ['z1-1', 'Patio'],
    ['z1-2', 'Patio'],
    ['z1-3', 'Patio'],
  ])
  const both = placesOf([hall, { ...blankZone(), name: 'Hall', tables: 2, appeal: 1 }])
  expect(both.map(({ key, name }) => [key, name])).toEqual([
    ['z1-1', 'Hall 1'],
    ['z2-2', 'Hall 2'],
    ['z2-3', 'Hall 3'],
  ])
})
