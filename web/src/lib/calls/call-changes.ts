import type { CallContent, Lot } from '@enlace/domain'
import { moment, number } from '../locale/format.ts'
import { quantity } from '../locale/quantity.ts'
import { m } from '../paraglide/messages.js'

export type Change = { readonly field: string; readonly before: string; readonly after: string }

const lotText = ({ title, text, quantity: amount }: Lot): string =>
  [title, amount === null ? '' : quantity(amount), text].filter((part) => part !== '').join(' · ')

/** Each field of a call as people read it. */
const readings: readonly (readonly [name: () => string, read: (content: CallContent) => string])[] = [
  [m.calls_field_title, ({ title }) => title],
  [m.calls_field_text, ({ text }) => text],
  [m.calls_deadline, ({ deadline }) => (deadline === '' ? '' : moment(deadline))],
  [m.calls_questions_until, ({ questionsUntil }) => (questionsUntil === null ? '' : moment(questionsUntil))],
  [m.calls_section_lots, ({ lots }) => lots.map(lotText).join('\n')],
  [
    m.calls_section_fields,
    ({ fields }) =>
      fields.map(({ label, maxWords }) => m.calls_field_line({ label, words: number(maxWords) })).join('\n'),
  ],
  [
    m.calls_section_criteria,
    ({ criteria }) => criteria.map(({ name, weight }) => `${name} · ${number(weight)} %`).join('\n'),
  ],
  [m.calls_standstill_days, ({ standstillDays }) => number(standstillDays)],
]

/** What differs between two versions of a call, field by field. */
export const changesOf = (before: CallContent, after: CallContent): readonly Change[] =>
  readings
    .map(([name, read]) => ({ field: name(), before: read(before), after: read(after) }))
    .filter((change) => change.before !== change.after)
