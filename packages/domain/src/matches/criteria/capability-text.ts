import { together } from '../likeness.ts'
import type { Criterion } from '../pair.ts'

/** What likeness of meaning adds where an embedder runs. */
const meaningShare = 0.5

/** How well the passport's own words meet the need's: as a whole, and in the entries that meet it best. */
export const capabilityText: Criterion = ({ passport, signals }) => {
  const [best] = signals.entries
  const says =
    passport.capabilities.length + passport.references.length > 0 || passport.headline !== '' || passport.about !== ''
  if (best === undefined) return { score: says ? 0 : null, detail: { entries: 0 }, evidence: null }
  const words = together(signals.entries.map((entry) => entry.score))
  const all = 1 - (1 - words) * (1 - signals.profile)
  return {
    score: 1 - (1 - all) * (1 - meaningShare * (signals.meaning ?? 0)),
    detail: { entries: signals.entries.length },
    evidence: { quote: best.quote, source: best.source, entryId: best.entryId },
  }
}
