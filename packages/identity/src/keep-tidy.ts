import { forgetExpired } from '@enlace/database'

import type { IdentitySettings } from './settings.ts'

const everyMs = 3_600_000

/** Deletes ended sessions, expired codes and whole allowances once an hour, until closed; a failure waits for the next hour. */
export function keepTidy(
  { database }: IdentitySettings,
  failed: (error: Error) => void,
): { readonly close: () => void } {
  const timer = setInterval(() => void forgetExpired(database).catch(failed), everyMs)
  timer.unref()
  return { close: () => clearInterval(timer) }
}
