import { text } from 'node:stream/consumers'

import MiniSat from 'logic-solver/minisat_wrapper.js'

// MiniSat as `cadical` would be called: DIMACS comes in, one line of an answer and one of the model go out. Its memory has a
// fixed end, at which the process ends without an answer.
const solver = new MiniSat()
let clause: number[] = []
let isOpen = true
for (const line of (await text(process.stdin)).split('\n')) {
  if (line.startsWith('p')) solver.ensureVar(Number(line.split(' ')[2]))
  else
    for (const literal of line.split(' ').filter(Boolean).map(Number)) {
      if (literal !== 0) clause.push(literal)
      else {
        isOpen &&= solver.addClause(clause)
        clause = []
      }
    }
}
if (isOpen && solver.solve()) {
  const model = solver.getSolution().flatMap((isTrue, variable) => (variable > 0 && isTrue ? [variable] : []))
  process.stdout.write(`s SATISFIABLE\nv ${[...model, 0].join(' ')}\n`)
} else process.stdout.write('s UNSATISFIABLE\n')
