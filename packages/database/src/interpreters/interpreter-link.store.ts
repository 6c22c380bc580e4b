import { sql } from 'drizzle-orm'

import type { MatchdayContent, MatchdayInterpreterId, MatchdayState } from '@enlace/domain'

import type { Reader, Transaction } from '../open.ts'
import type { InterpreterMeeting } from './interpreter.store.ts'

/** Gives an interpreter a link by its hash; the one before ends. Null takes it away. */
export async function linkInterpreter(tx: Transaction, id: MatchdayInterpreterId, hash: string | null): Promise<void> {
  await tx.execute(sql`update matchday_interpreters set link_hash = ${hash} where id = ${id}`)
}

/** What an interpreter reads by their link. */
export type Interpreting = {
  readonly name: string
  readonly languages: readonly string[]
  readonly organiser: string
  readonly state: MatchdayState
  readonly content: MatchdayContent
  readonly meetings: readonly InterpreterMeeting[]
}

/** Where the interpreter of a link sits; null where there is no such link any more. As whoever holds it. */
export async function readInterpreting(reader: Reader, hash: string): Promise<Interpreting | null> {
  const [one] = await reader.execute<Omit<Interpreting, 'meetings'>>(
    sql`select name, languages, organiser, state, content from interpreting(${hash})`,
  )
  if (one === undefined) return null
  const meetings = await reader.execute<InterpreterMeeting>(
    sql`select id, slot, place, state, host, visitor from interpreted_meetings(${hash})`,
  )
  return { ...one, meetings }
}
