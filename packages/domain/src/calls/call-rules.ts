import { Problem, type FieldFault } from '../problem.ts'
import { envelopes, type CallContent, type Envelope } from './call.ts'

/** The fewest days a call stays open for bids, by kind; a quotation is quick, a proposal is work. */
export const minimumDays = { rfi: 5, rfq: 3, rfp: 15 } as const satisfies Record<CallContent['kind'], number>
/** The fewest days that bidders keep after an amendment. */
export const daysAfterAmendment = 2

/** How many suppliers an organisation asks by name within a day, against spam. */
export const dailyAsked = 100

const dayMs = 86_400_000
const ends = (instant: string): number => Date.parse(instant)

/** What keeps a call from being published at `now` (ISO 8601, the database's clock). */
export function checkCall(content: CallContent, now: string): void {
  const faults = [...timeFaults(content, now), ...shapeFaults(content)]
  if (faults.length > 0) throw new Problem('call.incomplete', 'The call cannot be published as it stands.', faults)
}

/** What keeps an amended call from being published: bidders must have time left, and the deadline never comes nearer. */
export function checkAmendment(before: CallContent, after: CallContent, now: string): void {
  const faults: FieldFault[] = [...shapeFaults(after)]
  if (ends(after.deadline) < ends(before.deadline))
    faults.push(fault('deadline', 'date_order', 'An amendment leaves at least as much time as there was.'))
  if (ends(after.deadline) < ends(now) + daysAfterAmendment * dayMs)
    faults.push(fault('deadline', 'date_order', `Leave bidders ${daysAfterAmendment} days after an amendment.`))
  for (const field of ['sealing', 'access', 'threshold', 'currency'] as const)
    if (before[field] !== after[field])
      faults.push(fault(field, 'fixed', 'This stays as it was published; cancel the call and write a new one.'))
  if (before.envelopes.join() !== after.envelopes.join())
    faults.push(fault('envelopes', 'fixed', 'The envelopes stay as they were published.'))
  faults.push(...questionFaults(after))
  if (faults.length > 0) throw new Problem('call.incomplete', 'The call cannot be amended like this.', faults)
}

const hasMinimum = ({ kind, deadline }: Pick<CallContent, 'kind' | 'deadline'>, now: string): boolean =>
  ends(deadline) >= ends(now) + minimumDays[kind] * dayMs

/** Whoever is asked by name later than the others has the fewest days too; a draft is held to them when it is published. */
export function checkInvitation(call: Pick<CallContent, 'kind' | 'deadline'>, now: string): void {
  if (!hasMinimum(call, now))
    throw new Problem(
      'call.short',
      `Whoever is asked needs at least ${minimumDays[call.kind]} days; bids are due at ${call.deadline}. Move the deadline first.`,
    )
}

const fault = (field: string, code: string, message: string): FieldFault => ({ path: `body.${field}`, code, message })

const questionFaults = ({ questionsUntil, deadline }: CallContent): FieldFault[] =>
  questionsUntil !== null && ends(questionsUntil) >= ends(deadline)
    ? [fault('questionsUntil', 'date_order', 'Questions end before bids are due, so that all can use the answers.')]
    : []

function timeFaults(content: CallContent, now: string): FieldFault[] {
  const faults = questionFaults(content)
  if (!hasMinimum(content, now))
    faults.push(fault('deadline', 'date_order', `Leave bidders at least ${minimumDays[content.kind]} days.`))
  return faults
}

function shapeFaults(content: CallContent): FieldFault[] {
  const faults: FieldFault[] = []
  const { envelopes: used, fields, criteria } = content
  const sorted = envelopes.filter((envelope) => used.includes(envelope))
  if (used.length === 0 || sorted.join() !== used.join())
    faults.push(
      fault('envelopes', 'order', 'Envelopes are opened as qualification, technical, price, each at most once.'),
    )
  const absent = (envelope: Envelope): boolean => !used.includes(envelope)
  fields.forEach((field, at) => {
    if (absent(field.envelope)) faults.push(fault(`fields.${at}.envelope`, 'absent', 'The call has no such envelope.'))
  })
  criteria.forEach((criterion, at) => {
    if (absent(criterion.envelope))
      faults.push(fault(`criteria.${at}.envelope`, 'absent', 'The call has no such envelope.'))
  })
  if (hasTwice(fields.map(({ key }) => key))) faults.push(fault('fields', 'twice', 'Two fields have the same key.'))
  if (hasTwice(criteria.map(({ key }) => key)))
    faults.push(fault('criteria', 'twice', 'Two criteria have the same key.'))
  const weight = criteria.reduce((sum, criterion) => sum + criterion.weight, 0)
  if (content.kind !== 'rfi' && Math.abs(weight - 100) > 1e-9)
    faults.push(fault('criteria', 'weights', `The weights add up to ${weight}; they must add up to 100.`))
  return faults
}

const hasTwice = (keys: readonly string[]): boolean => new Set(keys).size < keys.length
