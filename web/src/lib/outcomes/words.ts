import type {
  ExcuseKind,
  MatchdaySide,
  NoShowState,
  NoShowWitness,
  OutcomeHeld,
  OutcomeInterest,
  OutcomeVerdict,
  StepOwner,
} from '@enlace/domain'
import { m } from '$lib/paraglide/messages.js'
import type { Tone } from '$lib/ui/tone.ts'

type Words<Key extends string> = Readonly<Record<Key, () => string>>
export const heldWords: Words<OutcomeHeld> = {
  held: m.outcomes_held,
  'they-absent': m.outcomes_they_absent,
  'we-absent': m.outcomes_we_absent,
  'not-held': m.outcomes_not_held,
}
export const interestWords: Words<OutcomeInterest> = {
  none: m.outcomes_interest_none,
  'follow-up': m.outcomes_interest_follow_up,
  sample: m.outcomes_interest_sample,
  quote: m.outcomes_interest_quote,
  order: m.outcomes_interest_order,
}
export const ownerWords: Words<StepOwner> = {
  us: m.outcomes_owner_us,
  them: m.outcomes_owner_them,
  both: m.outcomes_owner_both,
}
export const verdictWords: Words<OutcomeVerdict> = {
  open: m.outcomes_verdict_open,
  waiting: m.outcomes_verdict_waiting,
  held: m.outcomes_verdict_held,
  missed: m.outcomes_verdict_missed,
  differ: m.outcomes_verdict_differ,
}
export const verdictTones: Readonly<Record<OutcomeVerdict, Tone>> = {
  ...{ open: 'warn', waiting: 'plain', held: 'good', missed: 'plain', differ: 'bad' },
}
export const sideWords: Words<MatchdaySide> = { host: m.outcomes_side_host, visitor: m.outcomes_side_visitor }
export const sizeWords: Words<'micro' | 'small' | 'medium' | 'large'> = {
  micro: m.outcomes_size_micro,
  small: m.outcomes_size_small,
  medium: m.outcomes_size_medium,
  large: m.outcomes_size_large,
}
export const excuseWords: Words<ExcuseKind> = {
  illness: m.outcomes_excuse_illness,
  travel: m.outcomes_excuse_travel,
  timetable: m.outcomes_excuse_timetable,
  'not-told': m.outcomes_excuse_not_told,
  'was-there': m.outcomes_excuse_was_there,
  other: m.outcomes_excuse_other,
}
export const witnessWords: Words<NoShowWitness> = {
  organiser: m.outcomes_witness_organiser,
  host: m.outcomes_witness_host,
  visitor: m.outcomes_witness_visitor,
}
export const noShowWords: Words<NoShowState> = {
  counts: m.outcomes_no_show_counts,
  disputed: m.outcomes_no_show_disputed,
  excused: m.outcomes_no_show_excused,
  withdrawn: m.outcomes_no_show_withdrawn,
  lapsed: m.outcomes_no_show_lapsed,
}
export const noShowTones: Readonly<Record<NoShowState, Tone>> = {
  ...{ counts: 'bad', disputed: 'warn', excused: 'good', withdrawn: 'plain', lapsed: 'plain' },
}
