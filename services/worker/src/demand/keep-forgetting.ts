import { asSystem, forgetMissedSearches, type Database } from '@enlace/database'
import { missesKeptDays } from '@enlace/domain'
import type { Logger } from '@enlace/runtime'

/** Forgets missed searches that are too old, now and every `everyMs` until closed. */
export function keepForgetting(
  { database, log }: { readonly database: Database; readonly log: Logger },
  everyMs: number,
): { readonly close: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const forget = (): void => {
    running = asSystem(database, (tx) => forgetMissedSearches(tx, missesKeptDays)).catch((error: unknown) =>
      log.warn({ err: error as Error }, 'missed searches not forgotten'),
    )
  }
  forget()
  const timer = setInterval(forget, everyMs)
  timer.unref()
  return {
    close: async () => {
      clearInterval(timer)
      await running
    },
  }
}
