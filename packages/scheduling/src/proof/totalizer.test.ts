import { describe, expect, it } from 'vitest'
import { Cnf } from './cnf.ts'
import { readAnswer, toDimacs } from './dimacs.ts'
import { totals } from './totalizer.ts'

/** All models of a formula, by trying every value of every variable. */
function modelsOf(cnf: Cnf): readonly (readonly boolean[])[] {
  const clauses: number[][] = [[]]
  for (const literal of cnf.literals)
    if (literal === 0) clauses.push([])
    else clauses.at(-1)?.push(literal)
  clauses.pop()
  const all = Array.from({ length: 2 ** cnf.variables }, (_, code) =>
    Array.from({ length: cnf.variables + 1 }, (__, variable) => variable > 0 && ((code >> (variable - 1)) & 1) === 1),
  )
  return all.filter((model) =>
    clauses.every((clause) => clause.some((literal) => model[Math.abs(literal)] === literal > 0)),
  )
}

const someOf = (cnf: Cnf, count: number): number[] => Array.from({ length: count }, () => cnf.variable())
const sumOf = (model: readonly boolean[], literals: readonly number[]): number =>
  literals.filter((literal) => model[literal]).length

describe('totals', () => {
  it.each([
    [1, 1],
    [4, 4],
    [5, 2],
  ])('of %i literals up to %i are true exactly as far as there are so many', (count, limit) => {
    const cnf = new Cnf()
    const literals = someOf(cnf, count)
    const sums = totals(cnf, literals, limit)
    const models = modelsOf(cnf)
    expect(models.length).toBe(2 ** count)
    for (const model of models) expect(sumOf(model, sums)).toBe(Math.min(limit, sumOf(model, literals)))
  })
})

describe('at most one', () => {
  it.each([2, 6, 7, 9])('of %i lets none or one be true, and nothing else', (count) => {
    const cnf = new Cnf()
    const literals = someOf(cnf, count)
    cnf.atMostOne(literals)
    const seen = new Set(modelsOf(cnf).map((model) => literals.filter((literal) => model[literal]).join()))
    expect([...seen].toSorted()).toEqual(['', ...literals.map(String)].toSorted())
  })
})

describe('DIMACS', () => {
  const cnf = new Cnf()
  const [a = 0, b = 0] = someOf(cnf, 2)
  cnf.add(a, -b)
  cnf.add()

  it('holds every clause, the empty one too, and what must be true besides', () => {
    expect(toDimacs(cnf, [b])).toBe('p cnf 2 3\n1 -2 0\n0\n2 0\n')
  })

  it('is answered by a model over several lines, by there being none, or by nothing', () => {
    expect(readAnswer('c hello\ns SATISFIABLE\nv 1 -2\nv 3 0\n', 3)).toEqual({ model: [false, true, false, true] })
    expect(readAnswer('s UNSATISFIABLE\n', 3)).toBe('unsatisfiable')
    expect(readAnswer('c killed\n', 3)).toBe('unknown')
    expect(readAnswer('s SATISFIABLE\nv 1 -2', 3)).toBe('unknown')
  })
})
