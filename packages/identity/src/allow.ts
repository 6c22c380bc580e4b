import { resetAllowance, takeAllowance } from '@enlace/database'
import { Problem } from '@enlace/domain'

import { defaultAllowances, type Allowances, type IdentitySettings } from './settings.ts'
import { hashToken } from './token.ts'

/** A refusal that says when to come again. */
export class RateLimited extends Problem {
  readonly retryAfterSeconds: number

  constructor(seconds: number) {
    super(
      'identity.rate-limited',
      `Too many tries. Wait ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`} and try again.`,
    )
    this.retryAfterSeconds = seconds
  }
}

/** Limits are counted by the hash of what they are about, so the table tells nobody who tried. */
const keyOf = (what: keyof Allowances, who: string): string => `${what}:${hashToken(who)}`

/**
 * Takes one try from an allowance.
 * @throws RateLimited where it is used up
 */
export async function allow(settings: IdentitySettings, what: keyof Allowances, who: string): Promise<void> {
  const allowance = settings.allowances?.[what] ?? defaultAllowances[what]
  const seconds = await takeAllowance(settings.database, keyOf(what, who), allowance)
  if (seconds > 0) throw new RateLimited(seconds)
}

/** Makes an allowance whole again, after a success. */
export const forgive = (settings: IdentitySettings, what: keyof Allowances, who: string): Promise<void> =>
  resetAllowance(settings.database, keyOf(what, who))
