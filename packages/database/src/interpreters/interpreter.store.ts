import { sql, type SQL } from 'drizzle-orm'

import type { MatchdayId, MatchdayInterpreterId, MeetingId, MeetingState } from '@enlace/domain'

import { numbers, texts } from '../arrays.ts'
import type { Reader, Transaction } from '../open.ts'

export type Interpreter = {
  readonly id: MatchdayInterpreterId
  readonly name: string
  readonly languages: readonly string[]
  readonly away: readonly number[]
}
export type InterpreterMeeting = {
  readonly id: MeetingId
  readonly slot: number
  readonly place: string
  readonly host: string
  readonly visitor: string
  readonly state: MeetingState
}
export type InterpreterRow = Interpreter & {
  /** Whether they have a link to read by. */
  readonly linked: boolean
  readonly meetings: readonly InterpreterMeeting[]
}

const meetingsOf = sql`coalesce((
  select json_agg(json_build_object('id', meetings.id, 'slot', meetings.slot, 'place', meetings.place, 'state', meetings.state,
    'host', host_firm.name, 'visitor', visitor_firm.name) order by meetings.slot)
  from matchday_meetings as meetings
    join matchday_participants as host on host.id = meetings.host_id join organisations as host_firm on host_firm.id = host.organisation_id
    join matchday_participants as visitor on visitor.id = meetings.visitor_id join organisations as visitor_firm on visitor_firm.id = visitor.organisation_id
  where meetings.interpreter_id = interpreters.id and meetings.state <> 'cancelled'), '[]')`

const rowsWhere = (condition: SQL): SQL => sql`
  select id, name, languages, away, link_hash is not null as linked, ${meetingsOf} as meetings from matchday_interpreters as interpreters where ${condition}`

/** The interpreters of a matchday by name, as far as the actor may know. */
export async function listInterpreters(reader: Reader, matchdayId: MatchdayId): Promise<InterpreterRow[]> {
  return reader.execute<InterpreterRow & Record<string, unknown>>(
    sql`${rowsWhere(sql`matchday_id = ${matchdayId}`)} order by name, id`,
  )
}

/** One of them, held until the transaction ends; null where there is none. */
export async function holdInterpreter(
  tx: Transaction,
  matchdayId: MatchdayId,
  id: MatchdayInterpreterId,
): Promise<InterpreterRow | null> {
  await tx.execute(sql`select from matchday_interpreters where id = ${id} for update`)
  const [row] = await tx.execute<InterpreterRow & Record<string, unknown>>(
    rowsWhere(sql`matchday_id = ${matchdayId} and id = ${id}`),
  )
  return row ?? null
}

/** Keeps an interpreter, new or changed. */
export async function keepInterpreter(
  tx: Transaction,
  matchdayId: MatchdayId,
  { id, name, languages, away }: Interpreter,
): Promise<void> {
  await tx.execute(sql`
    insert into matchday_interpreters (id, matchday_id, name, languages, away)
    values (${id}, ${matchdayId}, ${name}, ${texts(languages)}, ${numbers(away)}::int[])
    on conflict (id) do update set name = excluded.name, languages = excluded.languages, away = excluded.away`)
}

/** Forgets an interpreter, who is held, and who sat at meetings that were cancelled. */
export async function dropInterpreter(tx: Transaction, id: MatchdayInterpreterId): Promise<void> {
  await tx.execute(
    sql`update matchday_meetings set interpreter_id = null where interpreter_id = ${id} and state = 'cancelled'`,
  )
  await tx.execute(sql`delete from matchday_interpreters where id = ${id}`)
}
