import type { BidId, CallId, OrganisationId } from '../brand.ts'
import { bidFileLimits, fileFaults, type BidFile } from './bid-file.ts'
import type { Call, CallContent, Envelope } from '../calls/call.ts'
import { Problem, type FieldFault } from '../problem.ts'

/** What a bidder writes into one envelope; prices only into that for the price, one a lot or one in all. */
export type EnvelopeContent = {
  readonly answers: readonly { readonly key: string; readonly text: string }[]
  /** Minor units of the call's currency, in the order of its lots; null where a lot is not bid for. */
  readonly prices: readonly (number | null)[]
  readonly files?: readonly BidFile[] | undefined
}

/** A bid as its bidder wrote it, envelope by envelope. */
export type BidContent = { readonly [Which in Envelope]?: EnvelopeContent | undefined }

export const bidStates = ['submitted', 'withdrawn'] as const
export type BidState = (typeof bidStates)[number]

export type Bid = {
  readonly id: BidId
  readonly callId: CallId
  readonly organisationId: OrganisationId
  readonly state: BidState
  /** Rises with each replacement. */
  readonly revision: number
  /** The version of the call that it answers; of an older one it must be confirmed again. */
  readonly callVersion: number
}

/** How many words a text has; words are what stands between spaces. */
export const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length

/**
 * What is wrong with the content of an envelope: a required answer or price missing, an answer over its words, or one
 * to what was not asked. The bidder's browser asks this before sealing, the opening asks it again.
 */
export function envelopeFaults(
  call: Pick<CallContent, 'fields' | 'lots'>,
  envelope: Envelope,
  content: EnvelopeContent,
): FieldFault[] {
  const faults: FieldFault[] = []
  const fault = (path: string, code: string, message: string): void =>
    void faults.push({ path: `${envelope}.${path}`, code, message })
  const fields = call.fields.filter((field) => field.envelope === envelope)
  const given = new Map(content.answers.map(({ key, text }) => [key, text]))
  for (const { key, required, maxWords } of fields) {
    const text = given.get(key) ?? ''
    const words = wordsIn(text)
    if (required && words === 0) fault(key, 'too_small', 'This must be answered.')
    if (words > maxWords) fault(key, 'too_big', `${words} words; at most ${maxWords} are read.`)
  }
  for (const key of given.keys())
    if (!fields.some((field) => field.key === key)) fault(key, 'unknown', 'This is not asked in this envelope.')
  faults.push(...fileFaults(`${envelope}.files`, content.files ?? []))
  const wanted = envelope === 'price' ? Math.max(1, call.lots.length) : 0
  if (content.prices.length !== wanted)
    fault('prices', 'length', wanted === 0 ? 'Prices stand in their own envelope.' : 'Give one price for each lot.')
  else if (wanted > 0 && content.prices.every((price) => price === null))
    fault('prices', 'too_small', 'Give a price for one lot at least.')
  return faults
}

/** Refuses content that `envelopeFaults` finds anything wrong with, or that leaves an envelope of the call out. */
export function checkBid(call: Pick<Call, 'fields' | 'lots' | 'envelopes'>, content: BidContent): void {
  const faults = call.envelopes.flatMap((envelope) => {
    const written = content[envelope]
    return written === undefined
      ? [{ path: envelope, code: 'too_small', message: 'This envelope is empty.' }]
      : envelopeFaults(call, envelope, written)
  })
  faults.push(...tooManyFiles(call.envelopes.map((envelope) => content[envelope]?.files ?? [])))
  if (faults.length > 0) throw new Problem('bid.incomplete', 'The bid is not complete.', faults)
}

function tooManyFiles(each: readonly (readonly BidFile[])[]): FieldFault[] {
  const ids = each.flat().map(({ id }) => id)
  if (ids.length <= bidFileLimits.count && new Set(ids).size === ids.length) return []
  return [{ path: 'files', code: 'too_big', message: `Attach at most ${bidFileLimits.count} files, each once.` }]
}
