import type { ChildProcess } from 'node:child_process'

/** When a process is gone. That it was ended, or could not be begun, is told before, as an error that is none here. */
export function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.on('error', () => undefined).once('close', () => resolve()))
}
