import type { EventPayload } from '@enlace/contracts'
import {
  answerIntroduction,
  readOpenIntroduction,
  type MatchdayRow,
  type ParticipantRow,
  type Transaction,
} from '@enlace/database'

import { introductionTold } from './introduction-told.ts'

/** Who asks for a meeting that the organiser proposes has accepted it; @returns what is to be told where both have now. */
export async function settleIntroduction(
  tx: Transaction,
  day: MatchdayRow,
  own: ParticipantRow,
  other: ParticipantRow,
): Promise<EventPayload<'introduction.changed'> | null> {
  const id = await readOpenIntroduction(tx, own.id, other.id)
  if (id === null || (await answerIntroduction(tx, id, true)) !== 'agreed') return null
  return introductionTold(day, [own.organisationId, other.organisationId], 'agreed')
}
