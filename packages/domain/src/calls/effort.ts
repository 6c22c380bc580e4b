import { wordsIn } from '../bids/bid.ts'
import type { CallContent } from './call.ts'

/** What answering a call asks of a bidder. */
export type Effort = {
  readonly answers: number
  /** At most so many words are to be written. */
  readonly words: number
  readonly prices: number
  /** An estimate. */
  readonly minutes: number
}

const readPerMinute = 200
const writtenPerMinute = 15
/** What a passport answers already is only looked over. */
const shareOfPrefilled = 0.25
/** Few answers are as long as they may be. */
const usualShare = 0.6
const minutesPerPrice = 10

/** What a bidder has to read, write and price. */
export function effortOf(call: Pick<CallContent, 'text' | 'lots' | 'fields' | 'envelopes'>): Effort {
  const fields = call.fields.filter(({ envelope }) => call.envelopes.includes(envelope))
  const prices = call.envelopes.includes('price') ? Math.max(1, call.lots.length) : 0
  const read = wordsIn([call.text, ...call.lots.map(({ title, text }) => `${title} ${text}`)].join(' '))
  const written = fields.reduce(
    (sum, { maxWords, prefill }) => sum + maxWords * usualShare * (prefill === null ? 1 : shareOfPrefilled),
    0,
  )
  return {
    answers: fields.length,
    words: fields.reduce((sum, { maxWords }) => sum + maxWords, 0),
    prices,
    minutes: Math.ceil(read / readPerMinute + written / writtenPerMinute + prices * minutesPerPrice),
  }
}
