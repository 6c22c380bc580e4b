import { execFileSync, spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

import { readAnswer, toDimacs, type Solve } from '@enlace/scheduling'

import { ownProgram } from './own-program.ts'

export type SolverName = 'cadical' | 'npm'

/** A command that reads DIMACS and answers as solvers do at their competition. */
const commands: { readonly [N in SolverName]: () => readonly [string, ...string[]] } = {
  cadical: () => ['cadical', '-q'],
  npm: () => [process.execPath, ...ownProgram('minisat')],
}

/** The quicker solver of those that are here. */
export function bestSolver(): SolverName {
  try {
    execFileSync('cadical', ['--version'], { stdio: 'ignore' })
    return 'cadical'
  } catch {
    return 'npm'
  }
}

/**
 * A solver in a process of its own, so that it ends when it is told to, and whatever it does to its memory ends with it. It
 * answers "unknown" where it was ended or failed.
 */
export function solverIn(name: SolverName, signal: AbortSignal): Solve {
  return async (cnf, units) => {
    const [command, ...args] = commands[name]()
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], signal, killSignal: 'SIGKILL' })
    const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve))
    // Who was ended does not read on.
    child.stdin.on('error', () => undefined).end(toDimacs(cnf, units))
    const [output] = await Promise.all([text(child.stdout).catch(() => ''), ended])
    return readAnswer(output, cnf.variables)
  }
}
