import type { FieldFault } from '../problem.ts'
import { Problem } from '../problem.ts'
import type { NeedContent } from './need.ts'

/** What keeps a need from being published: too little to match on, or dates that contradict each other. */
export function checkPublishable(content: NeedContent, today: string): void {
  const missing: FieldFault[] = []
  if (content.text.trim().length < 20 && content.specification.length === 0)
    missing.push({
      path: 'body.text',
      code: 'too_small',
      message: 'Say what you need in a sentence or two, or add specification rows.',
    })
  if (missing.length > 0)
    throw new Problem('need.incomplete', 'Suppliers need to know a little more before this can be published.', missing)
  const faults = dateFaults(content, today)
  if (faults.length > 0) throw new Problem('need.dates', 'The dates do not fit together.', faults)
}

/** ISO 8601 dates compare as text. */
export function dateFaults(content: NeedContent, today: string): FieldFault[] {
  const faults: FieldFault[] = []
  const fault = (field: string, message: string): void =>
    void faults.push({ path: `body.${field}`, code: 'date_order', message })
  if (content.answerBy !== null && content.answerBy < today)
    fault('answerBy', 'This day has passed; leave suppliers time to answer.')
  if (content.deliverUntil !== null && content.deliverFrom !== null && content.deliverUntil < content.deliverFrom)
    fault('deliverUntil', 'Delivery would end before it begins.')
  if (content.deliverUntil !== null && content.answerBy !== null && content.deliverUntil < content.answerBy)
    fault('deliverUntil', 'Delivery would end before answers are in.')
  return faults
}
