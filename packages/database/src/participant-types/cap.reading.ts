import { sql } from 'drizzle-orm'

import type { CapRule, MatchdaySide } from '@enlace/domain'

import type { MeetingPair } from '../matchdays/meeting.store.ts'
import type { Reader } from '../open.ts'

/** A rule that one meeting more of two would pass: of which of them, and how many meetings it allows. */
export type PassedCap = { readonly side: MatchdaySide; readonly rule: CapRule; readonly most: number }

/** The rules that one meeting more of two would pass, for the organiser and for the two. */
export const listPassedCaps = (reader: Reader, { hostId, visitorId }: MeetingPair): Promise<PassedCap[]> =>
  reader.execute<PassedCap & Record<string, unknown>>(
    sql`select side, rule, most from caps_passed(${hostId}, ${visitorId}) order by side`,
  )
