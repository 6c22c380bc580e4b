import type { Output, readBriefings as contract } from '@enlace/contracts'
import {
  listMeetings,
  listMetMatches,
  readParticipant,
  type MatchdayRow,
  type MeetingRow,
  type ParticipantRow,
  type SidePeople,
  type SuggestionRow,
  type Transaction,
} from '@enlace/database'
import { can, reasonsOf, type MatchdayParticipantId, type MemberActor } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'
import { supplierFor } from '../passports/read-supplier.ts'

type Briefing = Output<typeof contract>['items'][number]

/** Of a passport one reads the beginning; all of it is one press away. */
const mostCapabilities = 5

async function passportOf(tx: Transaction, actor: MemberActor, other: ParticipantRow): Promise<Briefing['passport']> {
  const { organisationId } = other
  if (other.side !== 'visitor' || !can(actor, 'passport.read', { organisationId, published: true })) return null
  const supplier = await supplierFor(tx, actor, organisationId)
  if (supplier === null) return null
  const { language, headline, capabilities, certificates } = supplier.content
  return {
    ...{ language, headline },
    capabilities: capabilities.slice(0, mostCapabilities).map(({ text }) => text),
    certificates: certificates.map(({ scheme }) => scheme),
  }
}

/** What speaks for a match, to be read by whoever has it; nothing where nothing is known. */
function fitOf(match: SuggestionRow | undefined): Briefing['fit'] {
  const reasons = match === undefined ? [] : reasonsOf(match.criteria)
  if (match === undefined || reasons.length === 0) return null
  const { needId, title, mine } = match
  return { needId, title, mine, reasons }
}

const named = (side: SidePeople | null): Briefing['ours'] =>
  side?.people.map(({ name, role }) => ({ name, role })) ?? []

async function briefingOf(
  tx: Transaction,
  actor: MemberActor,
  meeting: MeetingRow,
  own: ParticipantRow,
  matches: ReadonlyMap<MatchdayParticipantId, SuggestionRow>,
): Promise<Briefing[]> {
  const { participantId } = meeting.mine === 'host' ? meeting.visitor : meeting.host
  const { host, visitor } = meeting.people
  const [ours, theirs] = meeting.mine === 'host' ? [host, visitor] : [visitor, host]
  const other = await readParticipant(tx, meeting.matchdayId, { id: participantId })
  if (other === null) return []
  const { organisationId: id, name, country, note, languages, theirReason: reason } = other
  return [
    {
      meetingId: meeting.id,
      organisation: { id, name, country },
      ...{ note, languages: [...languages], reason },
      shared: languages.filter((code) => own.languages.includes(code)),
      ...{ theirs: named(theirs), ours: named(ours) },
      fit: fitOf(matches.get(participantId)),
      passport: await passportOf(tx, actor, other),
    },
  ]
}

/** What the actor's organisation reads before each of its meetings that stand; nothing for whoever meets nobody. */
export async function briefingsFor(tx: Transaction, actor: MemberActor, day: MatchdayRow): Promise<Briefing[]> {
  const own = await readParticipant(tx, day.id, { organisationId: actor.organisationId })
  if (own === null) return []
  const matches = await listMetMatches(tx, day.id)
  const briefings: Briefing[] = []
  for (const meeting of await listMeetings(tx, day.id))
    if (meeting.state !== 'cancelled') briefings.push(...(await briefingOf(tx, actor, meeting, own, matches)))
  return briefings
}

export const readBriefings: Handler<typeof contract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.read')
  return { items: await briefingsFor(tx, actor, day) }
}
