import { attendInTime, type MatchdayRow, type Transaction } from '@enlace/database'
import { Problem } from '@enlace/domain'

/**
 * Registers the actor's firm, or changes what it said.
 * @throws Problem matchday.late, which names whom to ask
 */
export async function registerInTime(
  tx: Transaction,
  { id: matchdayId, organiserName }: MatchdayRow,
  said: Omit<Parameters<typeof attendInTime>[1], 'matchdayId'>,
): Promise<void> {
  if (await attendInTime(tx, { ...said, matchdayId })) return
  throw new Problem('matchday.late', `Registration has ended. Ask ${organiserName}, who can still let your firm in.`, [
    { path: 'organiser', code: 'matchday.late', message: organiserName },
  ])
}
