import type { NeedId } from '../brand.ts'
import type { FieldFault } from '../problem.ts'
import { Problem } from '../problem.ts'
import type { BriefContent } from './challenge.ts'

const enough = 20

/**
 * Refuses to lay a brief before the board that does not say how things stand, what is asked, or what it would be worth.
 * @throws Problem challenge.brief-incomplete
 */
export function checkBrief(brief: BriefContent): void {
  const faults: FieldFault[] = []
  const lacks = (field: string, message: string): void =>
    void faults.push({ path: `body.content.${field}`, code: 'too_small', message })
  if (brief.baseline.length < enough) lacks('baseline', 'Say how things stand now, with a figure.')
  if (brief.question.length < enough) lacks('question', 'Ask an open question in a sentence or two.')
  if (brief.money === null && brief.measures.length === 0)
    lacks(
      'money',
      'Say what a solution would be worth, in money or by a measure of health, safety, environment or community.',
    )
  if (brief.money !== null && brief.money.assumptions.length < enough)
    lacks('money.assumptions', 'Say what the figures rest on.')
  if (faults.length > 0)
    throw new Problem('challenge.brief-incomplete', 'The board needs to know a little more before it can vote.', faults)
}

/** A brief as one text, the same for every firm: what its stamp is made of. Keys stand in a fixed order. */
export const briefText = (needId: NeedId, brief: BriefContent): string => stampedText(['enlace-brief-1', needId, brief])

/** Any value as one text in which equal values are equal letter by letter. */
export function stampedText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stampedText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${stampedText(inner)}`).join(',')}}`
}
