import type { Criterion } from '../pair.ts'

/** What the passport as a whole adds beside its best entries. */
const profileShare = 0.5
/** What likeness of meaning adds where an embedder runs. */
const meaningShare = 0.5

/** How well the passport's own words meet the need's: each entry that meets it closes part of what was still open. */
export const capabilityText: Criterion = ({ passport, signals }) => {
  const [best] = signals.entries
  const says = passport.capabilities.length + passport.references.length > 0 || passport.headline !== '' || passport.about !== ''
  if (best === undefined) return { score: says ? 0 : null, detail: { entries: 0 }, evidence: null }
  const open = signals.entries.reduce((rest, entry) => rest * (1 - entry.score), 1 - profileShare * signals.profile)
  return {
    score: 1 - open * (1 - meaningShare * (signals.meaning ?? 0)),
    detail: { entries: signals.entries.length },
    evidence: { quote: best.quote, source: best.source, entryId: best.entryId },
  }
}
