/** The solver inside `logic-solver`, called itself: whole formulas need none of what stands around it. */
declare module 'logic-solver/minisat_wrapper.js' {
  export default class MiniSat {
    ensureVar(variable: number): void
    /** False once the formula has no model any more. */
    addClause(literals: number[]): boolean
    solve(): boolean
    /** By variable, from 1. */
    getSolution(): boolean[]
  }
}
