import { daysBetween } from '../dates.ts'
import type { Certificate } from './passport.ts'

/** Renewing a certificate takes weeks, so its owner and its readers hear of the end this many days before. */
export const expiringDays = 60

/** undated: no end is stated; expiring: good today and for at most `expiringDays` more. */
export const certificateStandings = ['undated', 'valid', 'expiring', 'expired'] as const
export type CertificateStanding = (typeof certificateStandings)[number]

/** How a certificate stands on a day; the last day it names is a good one. */
export function certificateStanding({ expiresOn }: Pick<Certificate, 'expiresOn'>, today: string): CertificateStanding {
  if (expiresOn === null) return 'undated'
  if (expiresOn < today) return 'expired'
  return daysBetween(today, expiresOn) <= expiringDays ? 'expiring' : 'valid'
}
