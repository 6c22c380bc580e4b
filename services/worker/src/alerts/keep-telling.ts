import type { Logger } from '@enlace/runtime'

import { tellDue, type TellingPorts } from './tell-due.ts'

/** Tells what is due every `everyMs` until closed; what fails is due again at the next turn. */
export function keepTelling(
  ports: TellingPorts & { readonly log: Logger },
  everyMs: number,
): { readonly close: () => Promise<void> } {
  let running: Promise<unknown> | null = null
  const tell = (): void => {
    running ??= tellDue(ports, new Date())
      .catch((error: unknown) => ports.log.warn({ err: error as Error }, 'alerts not told'))
      .finally(() => (running = null))
  }
  tell()
  const timer = setInterval(tell, everyMs)
  timer.unref()
  return {
    close: async () => {
      clearInterval(timer)
      await running
    },
  }
}
