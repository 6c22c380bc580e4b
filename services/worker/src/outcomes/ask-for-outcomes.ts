import { asSystem, claimOutcomeReminders, notify, type Database } from '@enlace/database'

/** Asks all whose matchday is over what became of their meetings, once at its end and once more; in the transaction that claims them. */
export const askForOutcomes = (database: Database, now: Date): Promise<number> =>
  asSystem(database, async (tx) => {
    const due = await claimOutcomeReminders(tx, now)
    for (const { matchdayId, organisationId, title, left } of due)
      await notify(tx, [organisationId], { kind: 'outcome-due', subject: matchdayId, detail: { title, left } })
    return due.length
  })
