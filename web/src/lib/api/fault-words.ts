import type { FieldFault } from '@enlace/domain'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'

/** Faults that the server names, and the kinds of faults that reading a form can have. */
const words: Readonly<Record<string, () => string>> = {
  'password.short': m.problems_password_short_text,
  'password.common': m.problems_password_common_text,
  'password.wrong': m.problems_password_wrong_text,
  'organisation.role': m.problems_role_text,
  'opener.key': m.problems_opener_key_text,
  'glossary.twice': m.problems_glossary_twice_text,
  'glossary.wordless': m.problems_glossary_wordless_text,
  'question.name': m.problems_question_name,
  'question.address': m.problems_question_address,
  'question.site': m.problems_question_site,
  'question.phone': m.problems_question_phone,
  'thing.conflict': m.problems_field_taken,
  too_small: m.problems_field_too_small,
  too_big: m.problems_field_too_big,
  invalid_type: m.problems_field_missing,
  invalid_format: m.problems_field_format,
  invalid_value: m.problems_field_value,
  invalid_union: m.problems_field_format,
  custom: m.problems_field_format,
  date_order: m.problems_field_dates,
  twice: m.problems_field_twice,
  fixed: m.problems_field_fixed,
  deadline: m.problems_field_deadline,
  weights: m.problems_field_weights,
  order: m.problems_field_order,
  absent: m.problems_field_absent,
  length: m.problems_field_length,
  no_approver: m.problems_seat_no_approver,
  no_evaluator: m.problems_seat_no_evaluator,
  too_few_openers: m.problems_seat_too_few_openers,
  lone_opener: m.problems_seat_lone_opener,
  no_outside_opener: m.problems_seat_no_outside_opener,
  barred_seats: m.problems_seat_barred,
  no_key: m.problems_seat_no_key,
}

/** What is wrong with a field, in the reader's language; the server's own English sentence where it says more. */
export function faultWords(fault: FieldFault): string {
  const said = fault.message !== '' && fault.message !== 'Invalid input'
  const known = words[fault.code]
  if (known === undefined || (said && getLocale() === 'en')) return fault.message
  return known()
}
