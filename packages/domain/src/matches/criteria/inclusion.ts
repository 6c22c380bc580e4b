import { type Criterion, factEvidence, unsaid } from '../pair.ts'

/** How far the supplier serves the buyer's local-content aim: its local ownership, and women's ownership beside it. */
export const inclusion: Criterion = ({ need, passport }) => {
  if (need.localContentPercent === null || need.localContentPercent <= 0) return null
  const { localOwnershipPercent, womenOwnershipPercent } = passport.facts
  if (localOwnershipPercent === null && womenOwnershipPercent === null) return unsaid({ aim: need.localContentPercent })
  const local = Math.min(1, (localOwnershipPercent ?? 0) / 100)
  const women = Math.min(1, (womenOwnershipPercent ?? 0) / 100)
  return {
    score: 1 - (1 - local) * (1 - 0.3 * women),
    detail: {
      aim: need.localContentPercent,
      ...(localOwnershipPercent === null ? {} : { localOwnershipPercent }),
      ...(womenOwnershipPercent === null ? {} : { womenOwnershipPercent }),
    },
    evidence: factEvidence(`${localOwnershipPercent ?? womenOwnershipPercent ?? 0} %`),
  }
}
