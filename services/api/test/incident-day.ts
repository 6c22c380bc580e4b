import type { IncidentView, MeetingView } from '@enlace/contracts'
import { asSystem, readRepairBasis } from '@enlace/database'
import { slotsOf, type MatchdayContent } from '@enlace/domain'
import { verify, type Violation } from '@enlace/scheduling'
import { sql } from 'drizzle-orm'

import { modelFor } from '../src/incidents/model.ts'
import type { MatchdayRun } from './matchday-people.ts'
import type { Answer, Signed } from './test-api.ts'

export const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
export const meetingsOf = async (run: MatchdayRun, { client }: Signed): Promise<MeetingView[]> =>
  ((await client.get(`${run.at}/meetings`)).body as { items: MeetingView[] }).items
/** Reports what happened, as somebody. */
export const report = (run: MatchdayRun, by: Signed, what: object, insist = false): Promise<Answer> =>
  by.client.post(`${run.at}/incidents`, { report: what, insist })
/** What an answer says became of meetings: the slots they had and have, and the rule that took their time. */
export const told = ({ body }: Answer): unknown[] =>
  (body as IncidentView).changes.map(({ what, from, to, rule }) => [what, from?.slot ?? null, to?.slot ?? null, rule])

const dayOf = async (run: MatchdayRun): Promise<{ content: MatchdayContent; organisation: string }> =>
  asSystem(run.people.system, async (tx) => {
    const [row] = await tx.execute<{ content: MatchdayContent; organisation: string }>(
      sql`select content, organisation_id as organisation from matchdays where id = ${run.id}`,
    )
    if (row === undefined) throw new Error('there is no such day')
    return row
  })

/** The rules of the timetable that break what the database holds of a day; and how many meetings that are. */
export async function faultsOf(run: MatchdayRun): Promise<{ meetings: number; faults: readonly Violation[] }> {
  const { content, organisation } = await dayOf(run)
  const basis = await asSystem(run.people.system, async (tx) => {
    await tx.execute(sql`select set_config('enlace.organisation', ${organisation}, true)`)
    return readRepairBasis(tx, run.id)
  })
  if (basis === null) throw new Error('there is no such day')
  const slots = slotsOf(content) ?? []
  const { instance, plan } = modelFor(content, slots, basis, { kind: 'place-closed', place: '' })
  return { meetings: basis.meetings.length, faults: verify(instance, plan) }
}

/** Lets a day have begun so many minutes ago: eight slots of twenty minutes with a pause of five. */
export async function beginAgo(run: MatchdayRun, minutes: number): Promise<void> {
  const [date = '', clock = ''] = new Date(Date.now() - minutes * 60_000).toISOString().split('T')
  const session = { name: '', date, starts: clock.slice(0, 5), slotCount: 8, slotMinutes: 20, pauseMinutes: 5 }
  const changed = JSON.stringify({ timeZone: 'UTC', sessions: [session] })
  await asSystem(run.people.system, (tx) =>
    tx.execute(sql`update matchdays set content = content || ${changed}::jsonb where id = ${run.id}`),
  )
}
