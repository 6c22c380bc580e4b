import type { Formula, Literal } from './cnf.ts'

/** The formula as DIMACS, with further literals that must be true. */
export function toDimacs(formula: Formula, units: readonly Literal[] = []): string {
  const lines: string[] = [`p cnf ${formula.variables} ${formula.clauses + units.length}`]
  let from = 0
  const { literals } = formula
  for (let at = literals.indexOf(0); at >= 0; at = literals.indexOf(0, from)) {
    lines.push(literals.subarray(from, at + 1).join(' '))
    from = at + 1
  }
  for (const unit of units) lines.push(`${unit} 0`)
  return `${lines.join('\n')}\n`
}

/** What a solver says: a model (true by variable, from 1), that there is none, or nothing. */
export type Answer = { readonly model: readonly boolean[] } | 'unsatisfiable' | 'unknown'

/** Reads what solvers print as the SAT competition asks: a line `s …`, and lines `v …` with the model, which 0 ends. */
export function readAnswer(output: string, variables: number): Answer {
  if (/^s UNSATISFIABLE$/m.test(output)) return 'unsatisfiable'
  if (!/^s SATISFIABLE$/m.test(output)) return 'unknown'
  const words = [...output.matchAll(/^v (.*)$/gm)].flatMap(([, line = '']) => line.split(' '))
  // A solver that was ended while it wrote has said nothing.
  if (words.at(-1) !== '0') return 'unknown'
  const model = Array.from({ length: variables + 1 }, () => false)
  for (const literal of words.map(Number)) if (literal > 0) model[literal] = true
  return { model }
}
