import { together } from '../likeness.ts'
import type { Criterion } from '../pair.ts'

/** How well what the passport says meets the need: its words as a whole, and the entries that meet it best. */
export const capabilityText: Criterion = ({ passport, signals }) => {
  const [best] = signals.entries
  const says =
    passport.capabilities.length + passport.references.length > 0 || passport.headline !== '' || passport.about !== ''
  if (best === undefined) return { score: says ? 0 : null, detail: { entries: 0 }, evidence: null }
  const words = together(signals.entries.map((entry) => entry.score))
  return {
    score: 1 - (1 - words) * (1 - signals.profile),
    detail: { entries: signals.entries.length },
    evidence: { quote: best.quote, source: best.source, entryId: best.entryId },
  }
}
