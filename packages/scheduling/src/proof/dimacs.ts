import type { Cnf, Literal } from './cnf.ts'

/** The formula as DIMACS, with further literals that must be true. */
export function toDimacs(cnf: Cnf, units: readonly Literal[] = []): string {
  const lines: string[] = [`p cnf ${cnf.variables} ${cnf.clauses + units.length}`]
  let from = 0
  const { literals } = cnf
  for (let at = literals.indexOf(0); at >= 0; at = literals.indexOf(0, from)) {
    lines.push(literals.subarray(from, at + 1).join(' '))
    from = at + 1
  }
  for (const unit of units) lines.push(`${unit} 0`)
  return `${lines.join('\n')}\n`
}

/** What a solver says: a model (true by variable, from 1), that there is none, or nothing. */
export type Answer = { readonly model: readonly boolean[] } | 'unsatisfiable' | 'unknown'

/** Reads what solvers print as the SAT competition asks: a line `s …`, and lines `v …` with the model. */
export function readAnswer(output: string, variables: number): Answer {
  if (/^s UNSATISFIABLE/m.test(output)) return 'unsatisfiable'
  if (!/^s SATISFIABLE/m.test(output)) return 'unknown'
  const model = Array.from({ length: variables + 1 }, () => false)
  for (const [, line = ''] of output.matchAll(/^v (.*)$/gm))
    for (const word of line.split(/\s+/)) {
      const literal = Number(word)
      if (literal > 0 && literal <= variables) model[literal] = true
    }
  return { model }
}
