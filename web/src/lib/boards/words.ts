import type { AnnouncementView } from '@enlace/contracts'
import type { AnnouncementKind, MoveRule } from '@enlace/domain'
import { m } from '$lib/paraglide/messages.js'

export const ruleWords: Readonly<Record<MoveRule, () => string>> = {
  locked: m.boards_rule_locked,
  'slot-past': m.boards_rule_slot_past,
  'person-away': m.boards_rule_person_away,
  'person-twice': m.boards_rule_person_twice,
  'place-closed': m.boards_rule_place_closed,
  'place-held': m.boards_rule_place_held,
  'place-twice': m.boards_rule_place_twice,
  'walking-time': m.boards_rule_walking_time,
}
export const bellWords: Readonly<Record<Exclude<AnnouncementKind, 'message'>, () => string>> = {
  'two-minutes': m.boards_bell_two_minutes,
  'next-round': m.boards_bell_next_round,
}
/** What an announcement says, in the reader's language where the bell says it. */
export const announcementWords = ({ kind, text }: AnnouncementView): string =>
  kind === 'message' ? text : bellWords[kind]()
