import { laterDate } from '../../dates.ts'
import { certificateEvidence } from '../gates/certificates.ts'
import { heldCertificate } from '../held-certificate.ts'
import { type Criterion, unsaid } from '../pair.ts'

/** A paper somebody looked at proves more than a line in a form. */
const unverified = 0.85
/** A certificate that runs out before delivery starts has to be renewed first. */
const lapsing = 0.5

/** The share of the wanted certificates that is held, mandatory ones counting double. */
export const certificates: Criterion = ({ need, passport, today }) => {
  if (need.requiredCertificates.length === 0) return null
  if (passport.certificates.length === 0) return unsaid({ wanted: need.requiredCertificates.length, held: 0 })
  const on = laterDate(today, need.deliverFrom)
  let total = 0
  let reached = 0
  let held = 0
  let best: { worth: number; evidence: ReturnType<typeof certificateEvidence> } | null = null
  for (const { scheme, mandatory } of need.requiredCertificates) {
    const share = mandatory ? 2 : 1
    total += share
    const found = heldCertificate(passport.certificates, scheme, today, on)
    if (found === null || found.state === 'expired') continue
    const worth =
      share * (found.state === 'lapses' ? lapsing : 1) * (found.certificate.verifiedBy === null ? unverified : 1)
    held += 1
    reached += worth
    if (best === null || worth > best.worth) best = { worth, evidence: certificateEvidence(found.certificate) }
  }
  return {
    score: reached / total,
    detail: { wanted: need.requiredCertificates.length, held },
    evidence: best?.evidence ?? null,
  }
}
