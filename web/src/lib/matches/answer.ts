import { answerMatch, type NeedMatch } from '@enlace/contracts'
import type { Answer } from '@enlace/domain'
import { call } from '../api/call.ts'
import { problemWords } from '../api/problem-words.ts'
import { m } from '../paraglide/messages.js'
import { toasts } from '../ui/toasts.svelte.ts'

/** Sends a supplier's answer and says what came of it; null where it was refused. */
export async function answered(row: NeedMatch, answer: Answer, reason: string): Promise<NeedMatch | null> {
  try {
    const now = await call(answerMatch, { params: { id: row.need.id }, body: { answer, reason } })
    toasts.say(answer === 'interested' ? m.needs_answered_interested() : m.needs_answered_not_for_us())
    return now
  } catch (error) {
    toasts.say(problemWords(error).text, { tone: 'bad' })
    return null
  }
}
