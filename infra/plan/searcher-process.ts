import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

import type { Instance, Plan } from '@enlace/scheduling'

import { ownProgram } from './own-program.ts'

/** Searches in a process of its own and hands on each better plan, until the time is over or the signal comes. */
export async function searchBeside(
  instance: Instance,
  seconds: number,
  signal: AbortSignal,
  found: (plan: Plan) => void,
): Promise<void> {
  const args = [...ownProgram('search'), '--seconds', String(seconds)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], signal, killSignal: 'SIGKILL' })
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve))
  child.stdin.on('error', () => undefined).end(JSON.stringify(instance))
  for await (const line of createInterface({ input: child.stdout })) found(JSON.parse(line) as Plan)
  await ended
}
