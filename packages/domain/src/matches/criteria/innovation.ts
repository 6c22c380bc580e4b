import { type Criterion, factEvidence, unsaid } from '../pair.ts'

/** Research of this share of turnover, and this many patents, count in full. */
const fullResearchPercent = 10
const fullPatents = 5

/** Signs that the supplier makes new things; asked of challenges and of chains where difference sells. */
export const innovation: Criterion = ({ need, passport }) => {
  if (need.kind !== 'challenge' && need.governance === 'producer-driven') return null
  const { researchPercent, patents } = passport.facts
  if (researchPercent === null && patents === null) return unsaid()
  const research = Math.min(1, (researchPercent ?? 0) / fullResearchPercent)
  const inventions = Math.min(1, (patents ?? 0) / fullPatents)
  return {
    score: 1 - (1 - 0.8 * research) * (1 - 0.6 * inventions),
    detail: { ...(researchPercent === null ? {} : { researchPercent }), ...(patents === null ? {} : { patents }) },
    evidence: factEvidence(researchPercent ?? patents ?? 0),
  }
}
