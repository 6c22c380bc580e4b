import type { IncidentView } from '@enlace/contracts'
import type { IncidentKind } from '@enlace/domain'
import { dayIn, number, timeIn } from '$lib/locale/format.ts'
import { m } from '$lib/paraglide/messages.js'

type Change = IncidentView['changes'][number]

const kinds: Readonly<Record<Exclude<IncidentKind, 'late'>, (about: { about: string }) => string>> = {
  absent: m.incidents_is_absent,
  'place-closed': m.incidents_is_closed,
  'called-off': m.incidents_is_called_off,
  missed: m.incidents_is_missed,
  'pair-added': m.incidents_is_added,
}
/** What happened, in one sentence. */
export const incidentWords = ({ kind, about, minutes }: IncidentView): string =>
  kind === 'late' ? m.incidents_is_late({ about, minutes: number(minutes ?? 0) }) : kinds[kind]({ about })

const rules: Readonly<Record<string, () => string>> = {
  'person-away': m.incidents_rule_away,
  'moved-often': m.incidents_rule_moved_often,
}
const spotWords = ({ startsAt, place }: NonNullable<Change['from']>, zone: string): string =>
  `${dayIn(startsAt, zone)}, ${timeIn(startsAt, zone)}, ${place}`

/** What became of one meeting, in one sentence. */
export function changeWords({ host, visitor, what, from, to, rule }: Change, zone: string): string {
  const pair = `${host} – ${visitor}`
  const [left, got] = [from === null ? '' : spotWords(from, zone), to === null ? '' : spotWords(to, zone)]
  if (what === 'moved') return m.incidents_moved({ pair, from: left, to: got })
  if (what === 'found') return m.incidents_found({ pair, to: got })
  if (what === 'ended') return m.incidents_ended({ pair, from: left })
  return m.incidents_lost({ pair, from: left, reason: (rules[rule ?? ''] ?? m.incidents_rule_full)() })
}
