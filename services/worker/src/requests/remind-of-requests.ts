import { asSystem, claimRequestReminders, notify, type Database } from '@enlace/database'

/** Reminds all whose answers to requests are due soon, once at a matchday; in the transaction that claims them. */
export const remindOfRequests = (database: Database, now: Date): Promise<number> =>
  asSystem(database, async (tx) => {
    const due = await claimRequestReminders(tx, now)
    for (const { matchdayId, organisationId, title, left } of due)
      await notify(tx, [organisationId], { kind: 'requests-due', subject: matchdayId, detail: { title, left } })
    return due.length
  })
