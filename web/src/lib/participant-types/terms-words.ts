import { rulesFor, type MatchdayContent, type ParticipantType } from '@enlace/domain'
import { number } from '$lib/locale/format.ts'
import { m } from '$lib/paraglide/messages.js'

/** What holds for firms of a type, a sentence each. */
export function termsWords(content: MatchdayContent, type: ParticipantType): string[] {
  const { most, least, quotas } = rulesFor(content, { side: type.side, type: type.key })
  const names = new Map(content.types?.map(({ key, name }) => [key, name]))
  return [
    ...(type.seats === undefined ? [] : [m.participant_types_terms_seats({ count: type.seats })]),
    least === 0
      ? m.participant_types_terms_most({ most: number(most) })
      : m.participant_types_terms_between({ least: number(least), most: number(most) }),
    ...quotas.map(({ type: of, atLeast, atMost }) =>
      m.participant_types_terms_quota({
        name: names.get(of) ?? of,
        least: number(atLeast),
        most: number(Math.min(atMost, most)),
      }),
    ),
    ...(type.hosted === true ? [m.participant_types_terms_hosted({ count: number(least) })] : []),
  ]
}
