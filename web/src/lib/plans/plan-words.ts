import type { MatchdayPlan, MatchdayView } from '@enlace/contracts'
import { list, moment, number } from '$lib/locale/format.ts'
import { m } from '$lib/paraglide/messages.js'

/** The name of a session, or its number. */
export function sessionWords({ content }: MatchdayView, at: number): string {
  const name = content.sessions[at]?.name ?? ''
  return name === '' ? m.matchdays_session_number({ number: at + 1 }) : name
}

/** What a plan assumes, as one phrase; empty where it is of the matchday as it is. */
export function assumedWords(view: MatchdayView, assumed: MatchdayPlan['assumed']): string {
  const { tables, mostMeetings, walkingMinutes, moreSlots, withoutSessions, absent } = assumed
  return list([
    ...(tables === null ? [] : [m.plans_assumed_tables({ count: number(tables) })]),
    ...(mostMeetings === null ? [] : [m.plans_assumed_most({ count: number(mostMeetings) })]),
    ...(walkingMinutes === null ? [] : [m.plans_assumed_walking({ count: number(walkingMinutes) })]),
    ...(moreSlots === 0 ? [] : [m.plans_assumed_more_slots({ count: number(moreSlots) })]),
    ...withoutSessions.map((at) => m.plans_assumed_without({ name: sessionWords(view, at) })),
    ...(absent.length === 0 ? [] : [m.plans_assumed_absent({ count: number(absent.length) })]),
  ])
}

/** What a plan is called: its name, or when it was made. */
export const planName = ({ name, madeAt, askedAt }: MatchdayPlan): string =>
  name === '' ? moment(madeAt ?? askedAt) : name
