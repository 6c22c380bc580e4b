import type { Certificate } from '../passports/passport.ts'
import { fold } from '../text.ts'

/** A scheme's name without its edition: "ISO 9001:2015" and "iso-9001" are one scheme. */
export const schemeKey = (scheme: string): string =>
  fold(scheme)
    .replace(/:\s*\d{4}$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** valid: good through the date; lapses: good today, not on the date; expired: no longer good today. */
export type CertificateState = 'valid' | 'lapses' | 'expired'

const order: readonly CertificateState[] = ['valid', 'lapses', 'expired']

const stateOf = (certificate: Certificate, today: string, on: string): CertificateState => {
  if (certificate.expiresOn !== null && certificate.expiresOn < today) return 'expired'
  return certificate.expiresOn !== null && certificate.expiresOn < on ? 'lapses' : 'valid'
}

/** The best certificate of a scheme that the supplier lists (of equal ones the one somebody looked at), and how it stands today and on the date it is needed. */
export function heldCertificate(
  certificates: readonly Certificate[],
  scheme: string,
  today: string,
  on: string,
): { readonly certificate: Certificate; readonly state: CertificateState } | null {
  const key = schemeKey(scheme)
  const held = certificates
    .filter(
      (certificate) =>
        schemeKey(certificate.scheme) === key && (certificate.issuedOn === null || certificate.issuedOn <= today),
    )
    .map((certificate) => ({ certificate, state: stateOf(certificate, today, on) }))
  const looked = (row: Certificate): number => (row.verifiedBy === null ? 1 : 0)
  return (
    held.toSorted(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        looked(a.certificate) - looked(b.certificate) ||
        (a.certificate.id < b.certificate.id ? -1 : 1),
    )[0] ?? null
  )
}
