import { asId, type EntryId, type OrganisationId, type PassportContent, unstatedFacts } from '@enlace/domain'
import { describe, expect, test } from 'vitest'
import { LexicalIndex } from './lexical-index.ts'
import { needQuery } from './need-query.ts'

const supplier = (name: string): OrganisationId => asId<OrganisationId>(name)

const passport = (...texts: readonly string[]): PassportContent => ({
  headline: '', about: '', language: 'es', website: null, contactEmail: null, facts: unstatedFacts, references: [], certificates: [], visibility: {},
  capabilities: texts.map((text, order) => ({ id: asId<EntryId>(`${text}-${order}`), text, categories: [], capacity: null, leadTimeDays: null, minimumOrder: null })),
})

const query = needQuery({ title: 'Tanques de acero inoxidable', text: '', language: 'es', specification: [] })

const filled = (): LexicalIndex => {
  const index = new LexicalIndex()
  index.put(supplier('a'), passport('Fabricamos tanques de acero', 'Transporte de carga'))
  index.put(supplier('b'), passport('Uniformes de algodón'))
  index.put(supplier('c'), passport('Tanque de acero inoxidable para vino'))
  return index
}

describe('the lexical index', () => {
  test('finds suppliers by words in another number and without accents, best first', () => {
    expect(filled().retrieve(query, 10).map((hit) => hit.supplierId)).toEqual(['c', 'a'])
  })

  test('forgets a supplier as if it had never been there', () => {
    const index = filled()
    index.remove(supplier('c'))
    const never = new LexicalIndex()
    never.put(supplier('a'), passport('Fabricamos tanques de acero', 'Transporte de carga'))
    never.put(supplier('b'), passport('Uniformes de algodón'))
    expect(index.retrieve(query, 10)).toEqual(never.retrieve(query, 10))
    expect([index.suppliers, index.entries]).toEqual([2, 3])
  })

  test('quotes the sentence that meets the need', () => {
    const text = 'Somos una empresa familiar. Hacemos tanques inoxidables a medida. Entregamos en todo el país.'
    const index = filled()
    index.put(supplier('d'), passport(text))
    expect(index.signals(query, passport(text)).entries[0]?.quote).toBe('Hacemos tanques inoxidables a medida.')
  })
})
