import { laterDate } from '../../dates.ts'
import type { Certificate } from '../../passports/passport.ts'
import { heldCertificate } from '../held-certificate.ts'
import type { Evidence } from '../match.ts'
import type { Gate } from '../pair.ts'

/** A certificate in the words of the passport. */
export const certificateEvidence = (certificate: Certificate): Evidence => ({
  quote: [certificate.scheme, certificate.issuer, certificate.expiresOn].filter((part) => part !== null).join(' · '),
  source: 'certificate',
  entryId: certificate.id,
})

/** Every mandatory certificate is held and good on the first day of delivery; one that is not listed is to verify, one that ran out fails. */
export const certificatesGate: Gate = ({ need, passport, today }) => {
  const wanted = need.requiredCertificates.filter((required) => required.mandatory)
  if (wanted.length === 0) return null
  const on = laterDate(today, need.deliverFrom)
  const found = wanted.map(({ scheme }) => ({
    scheme,
    held: heldCertificate(passport.certificates, scheme, today, on),
  }))
  const names = (rows: typeof found): string => rows.map((row) => row.scheme).join(', ')
  const expired = found.filter((row) => row.held?.state === 'expired')
  const open = found.filter((row) => row.held === null || row.held.state === 'lapses')
  const shown = expired[0]?.held ?? found.find((row) => row.held !== null)?.held ?? null
  const evidence = shown === null ? null : certificateEvidence(shown.certificate)
  const detail = { wanted: names(wanted.map(({ scheme }) => ({ scheme, held: null }))), on }
  if (expired.length > 0) return { verdict: 'fail', detail: { ...detail, expired: names(expired) }, evidence }
  if (open.length > 0) return { verdict: 'unstated', detail: { ...detail, missing: names(open) }, evidence }
  return { verdict: 'pass', detail, evidence }
}
