import { asId, type EntryId, type OrganisationId, type Passport, type PassportId, blankPassport } from '@enlace/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LexicalIndex } from './lexical-index.ts'
import { needQuery } from './need-query.ts'

const supplier = (name: string): OrganisationId => asId<OrganisationId>(name)

const passport = (name: string, texts: readonly string[], version = 1): Passport => ({
  id: asId<PassportId>(name),
  organisationId: supplier(name),
  name: '',
  state: 'published',
  version,
  publishedAt: null,
  ...blankPassport,
  language: 'es',
  capabilities: texts.map((text, order) => ({
    id: asId<EntryId>(`${name}-${order}`),
    text,
    categories: [],
    capacity: null,
    leadTimeDays: null,
    minimumOrder: null,
  })),
})

const query = needQuery({
  title: 'Tanques de acero inoxidable',
  text: '',
  language: 'es',
  specification: [],
  categories: [],
})

const filled = (...passports: readonly Passport[]): LexicalIndex => {
  const index = new LexicalIndex()
  for (const row of passports) index.put(row)
  return index
}

const steel = passport('a', ['Fabricamos tanques de acero', 'Transporte de carga'])
const cotton = passport('b', ['Uniformes de algodón'])
const wine = passport('c', ['Tanque de acero inoxidable para vino'])

describe('the lexical index', () => {
  test('finds suppliers by words in another number and without accents, best first', () => {
    expect(
      filled(steel, cotton, wine)
        .retrieve(query, 10)
        .map((hit) => hit.supplierId),
    ).toEqual(['c', 'a'])
  })

  test('holds nothing of a supplier that was removed, and counts what is left', () => {
    const index = filled(steel, cotton, wine)
    index.remove(wine.organisationId)
    expect(index.retrieve(query, 10)).toEqual(filled(steel, cotton).retrieve(query, 10))
    expect([index.suppliers, index.entries, index.version(wine.organisationId)]).toEqual([2, 3, null])
  })

  test('gives a word that everybody uses less than a rare one', () => {
    const index = filled(
      passport('x', ['acero']),
      passport('y', ['acero']),
      passport('z', ['vino']),
      passport('w', ['acero']),
    )
    const both = needQuery({ title: 'acero vino', text: '', language: 'es', specification: [], categories: [] })
    expect(index.retrieve(both, 1).map((hit) => hit.supplierId)).toEqual(['z'])
  })

  test('takes for a word that nobody holds those that begin alike, and leaves it alone where somebody does', () => {
    const asked = needQuery({ title: 'pulverizadoras', text: '', language: 'es', specification: [], categories: [] })
    const [kin, own] = [passport('kin', ['pulverulento']), passport('own', ['pulverizadora'])]
    const found = (index: LexicalIndex) => index.retrieve(asked, 10).map((hit) => hit.supplierId)
    expect(found(filled(kin, wine))).toEqual(['kin'])
    expect(found(filled(kin, own, wine))).toEqual(['own'])
  })

  test('gains a supplier nothing for saying a word a hundred times instead of sixty-three', () => {
    const index = filled(steel, cotton)
    const said = (times: number): number =>
      index.meet(query, passport('s', [Array<string>(times).fill('acero').join(' ')])).entries[0]?.score ?? 0
    expect(said(100)).toBeLessThanOrEqual(said(63))
  })
})

const words = fc.constantFrom('acero', 'tanque', 'tanquero', 'vino', 'carga', 'algodón', 'uniforme', 'bomba', 'agua')
const text = fc.array(words, { maxLength: 6 }).map((list) => list.join(' '))
const change = fc.record({
  name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  texts: fc.option(fc.array(text, { maxLength: 3 }), { nil: null }),
})

test('an index after any changes finds what an index built afresh finds, number for number', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const index = new LexicalIndex()
      const last = new Map<string, Passport>()
      changes.forEach(({ name, texts }, version) => {
        if (texts === null) {
          index.remove(supplier(name))
          last.delete(name)
        } else {
          last.set(name, passport(name, texts, version))
          index.put(passport(name, texts, version))
        }
      })
      expect(index.retrieve(query, 10)).toEqual(filled(...last.values()).retrieve(query, 10))
    }),
  )
})

test('a passport read afresh reaches the very numbers it was retrieved with', () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 8 }), (suppliers) => {
      const passports = suppliers.map((texts, order) => passport(`s${order}`, texts))
      const index = filled(...passports)
      for (const hit of index.retrieve(query, 10)) {
        const mine = passports.find((row) => row.organisationId === hit.supplierId)
        expect(mine === undefined ? null : index.meet(query, mine)).toEqual(hit)
      }
    }),
  )
})

test('entries keep their places when the index closes the gaps that updates leave', () => {
  const index = filled(steel, wine)
  for (let version = 2; version < 1500; version += 1) index.put(passport('b', ['Uniformes de algodón'], version))
  index.put(steel)
  expect(index.retrieve(query, 10)).toEqual(
    filled(wine, steel, passport('b', ['Uniformes de algodón'], 1499)).retrieve(query, 10),
  )
})
