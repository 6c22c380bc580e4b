import type { Answer } from '../matches/match.ts'
import { type FieldFault, Problem } from '../problem.ts'
import type { InnovationContent } from './innovation.ts'

const enough = 20

/**
 * Refuses to publish an innovation that does not say what it is, which problem it takes away, or what it seeks; one that
 * was tried says where or what shows it.
 * @throws Problem innovation.incomplete
 */
export function checkInnovation(content: InnovationContent): void {
  const faults: FieldFault[] = []
  const lacks = (field: keyof InnovationContent, message: string): void =>
    void faults.push({ path: `body.content.${field}`, code: 'too_small', message })
  if (content.title.trim() === '') lacks('title', 'Give it a name.')
  if (content.problem.trim().length < enough) lacks('problem', 'Say in a sentence or two which problem it takes away.')
  if (content.seeks.length === 0) lacks('seeks', 'Say what you seek: a pilot site, a partner, or a buyer.')
  const tried = content.maturity === 'pilot-done' || content.maturity === 'in-use'
  if (tried && content.references.length === 0 && content.fileIds.length === 0 && content.evidence.trim() === '')
    lacks('evidence', 'Say where it was tried or is in use, or add a file that shows it.')
  for (const [index, { text }] of content.references.entries())
    if (text.trim() === '')
      faults.push({
        path: `body.content.references.${index}.text`,
        code: 'too_small',
        message: 'Say what was done there, or remove this line.',
      })
  if (faults.length > 0)
    throw new Problem(
      'innovation.incomplete',
      'Buyers need to know a little more before this can be published.',
      faults,
    )
}

/**
 * Refuses a "not for us" without a reason: its supplier is owed one.
 * @throws Problem innovation.reason
 */
export function checkInnovationAnswer(answer: Answer, reason: string): void {
  if (answer === 'not-for-us' && reason.trim() === '')
    throw new Problem('innovation.reason', 'Say why it is not for you; the firm is owed a reason.', [
      { path: 'body.reason', code: 'too_small', message: 'Say why it is not for you; the firm is owed a reason.' },
    ])
}
