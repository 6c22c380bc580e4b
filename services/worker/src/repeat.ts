import type { Logger } from '@enlace/runtime'

export type Repeated = {
  readonly everyMs: number
  readonly log: Logger
  /** What is logged when a turn fails. */
  readonly failed: string
}

/** Does something now and every `everyMs` until closed, one turn at a time; what fails is tried again at the next turn. */
export function repeat(
  { everyMs, log, failed }: Repeated,
  work: () => Promise<unknown>,
): { readonly close: () => Promise<void> } {
  let running: Promise<unknown> | null = null
  const turn = (): void => {
    running ??= work()
      .catch((error: unknown) => log.warn({ err: error as Error }, failed))
      .finally(() => (running = null))
  }
  turn()
  const timer = setInterval(turn, everyMs)
  timer.unref()
  return {
    close: async () => {
      clearInterval(timer)
      await running
    },
  }
}
