import type { MatchdayParticipantId } from '../brand.ts'
import type { MatchdayContent, MatchdayPlace } from '../matchdays/matchday.ts'
import { slotsOf } from '../matchdays/matchday-slots.ts'

/** What a plan assumes that may not be so at its matchday; null and nothing mean as it is there. */
export type PlanAssumptions = {
  /** So many tables: the first ones, or further ones in the zone of the last. */
  readonly tables: number | null
  readonly mostMeetings: number | null
  readonly walkingMinutes: number | null
  /** So many slots more behind the last one. */
  readonly moreSlots: number
  /** Sessions that do not take place, by number. */
  readonly withoutSessions: readonly number[]
  /** Firms that do not come. */
  readonly absent: readonly MatchdayParticipantId[]
}

export const asItIs: PlanAssumptions = {
  ...{ tables: null, mostMeetings: null, walkingMinutes: null },
  ...{ moreSlots: 0, withoutSessions: [], absent: [] },
}

export const assumptionKinds = [
  'tables',
  'mostMeetings',
  'walkingMinutes',
  'moreSlots',
  'withoutSessions',
  'absent',
] as const
export type AssumptionKind = (typeof assumptionKinds)[number]

/** The matchday as the assumptions have it; slots keep their numbers. */
export function assumedContent(content: MatchdayContent, assumed: PlanAssumptions): MatchdayContent {
  const { tables, mostMeetings, walkingMinutes, moreSlots } = assumed
  return {
    ...content,
    places: tables === null ? content.places : placesOf(content.places, tables),
    mostMeetings: mostMeetings ?? content.mostMeetings,
    walkingMinutes: walkingMinutes ?? content.walkingMinutes,
    sessions: moreSlots === 0 ? content.sessions : lengthened(content, moreSlots),
  }
}

function placesOf(before: readonly MatchdayPlace[], count: number): readonly MatchdayPlace[] {
  const places = before.slice(0, count)
  const used = new Set(before.map(({ key }) => key))
  const zone = before.at(-1)?.zone ?? ''
  for (let n = before.length + 1; places.length < count; n += 1) {
    const key = `more-${n}`
    if (!used.has(key)) places.push({ key, name: zone === '' ? `${n}` : `${zone} ${n}`, kind: 'table', zone })
  }
  return places
}

function lengthened(content: MatchdayContent, count: number): MatchdayContent['sessions'] {
  const last = slotsOf(content)?.at(-1)?.session
  return content.sessions.map((session, at) =>
    at === last ? { ...session, slotCount: session.slotCount + count } : session,
  )
}

/** The slots of sessions that are assumed not to take place. */
export const assumedShut = (content: MatchdayContent, { withoutSessions }: PlanAssumptions): readonly number[] =>
  (slotsOf(content) ?? []).flatMap(({ session }, slot) => (withoutSessions.includes(session) ? [slot] : []))

/** What a plan assumes that is not so at its matchday; `admitted` are those who come. */
export function differencesOf(
  content: MatchdayContent,
  admitted: ReadonlySet<MatchdayParticipantId>,
  assumed: PlanAssumptions,
): readonly AssumptionKind[] {
  const { tables, mostMeetings, walkingMinutes, moreSlots, withoutSessions, absent } = assumed
  const differs: Readonly<Record<AssumptionKind, boolean>> = {
    tables: tables !== null && tables !== content.places.length,
    mostMeetings: mostMeetings !== null && mostMeetings !== content.mostMeetings,
    walkingMinutes: walkingMinutes !== null && walkingMinutes !== content.walkingMinutes,
    moreSlots: moreSlots > 0,
    withoutSessions: withoutSessions.length > 0,
    absent: absent.some((id) => admitted.has(id)),
  }
  return assumptionKinds.filter((kind) => differs[kind])
}

/**
 * The matchday with the assumptions of a plan taken over where firms that registered lose nothing by it: tables are
 * added, the cap and the walking time change. Sessions, tables that go, and who comes stay as they are.
 */
export function takeOver(content: MatchdayContent, assumed: PlanAssumptions): MatchdayContent {
  const tables = assumed.tables !== null && assumed.tables > content.places.length ? assumed.tables : null
  const { mostMeetings, walkingMinutes } = assumed
  return assumedContent(content, { ...asItIs, tables, mostMeetings, walkingMinutes })
}
