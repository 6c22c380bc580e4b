import type { EntryId } from '../brand.ts'
import type { Need, NeedContent } from '../needs/need.ts'
import type { Passport, PassportContent } from '../passports/passport.ts'
import type { Evidence } from './match.ts'
import type { Signals } from './signals.ts'

/** Everything a gate or a criterion may look at; `today` is an ISO date (yyyy-mm-dd). */
export type Pair = {
  readonly need: NeedContent & Pick<Need, 'excludes'>
  /** As buyers it is matched with may see it: hidden fields are already blank. */
  readonly passport: PassportContent & Pick<Passport, 'exclusions'>
  readonly signals: Signals
  readonly today: string
}

/** The values a sentence is made of; the words are the reader's language's. */
export type Detail = Readonly<Record<string, string | number>>

/** What one gate says of a pair; `null` where the need does not ask. */
export type GateFinding = {
  readonly verdict: 'pass' | 'fail' | 'unstated'
  readonly detail: Detail
  readonly evidence: Evidence | null
}

/** What one criterion says of a pair; a null score means the passport does not say. */
export type Finding = { readonly score: number | null; readonly detail: Detail; readonly evidence: Evidence | null }

/** A gate or criterion answers null where the need leaves its question open. */
export type Gate = (pair: Pair) => GateFinding | null
export type Criterion = (pair: Pair) => Finding | null

/** A passport that says nothing to the question. */
export const unsaid = (detail: Detail = {}): Finding => ({ score: null, detail, evidence: null })

/** Evidence that is a fact of the organisation rather than an entry. */
export const factEvidence = (quote: string | number): Evidence => ({
  quote: String(quote),
  source: 'facts',
  entryId: null,
})

const longestQuote = 240

/** An entry in the passport's words: the sentence that meets the need where retrieval knows it, or the beginning of its text. */
export function quoteOf({ signals }: Pair, entryId: EntryId, text: string): string {
  const quote = signals.entries.find((entry) => entry.entryId === entryId)?.quote ?? text
  return quote.length <= longestQuote ? quote : `${quote.slice(0, longestQuote - 1).trimEnd()}…`
}
