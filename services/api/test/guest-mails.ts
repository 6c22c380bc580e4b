import type { Output, listGuests } from '@enlace/contracts'
import { asSystem, type Database } from '@enlace/database'
import type { MailId } from '@enlace/domain'
import { sql } from 'drizzle-orm'

import type { MatchdayRun } from './matchday-people.ts'
import type { Answer } from './test-api.ts'

let count = 0
/** An address to which nothing went yet. */
export const freshAddress = (): string => `guest-${process.pid}-${(count += 1)}@x.example`

/** Invites firms by mail, in Spanish. */
export const inviteByMail = (run: MatchdayRun, emails: readonly string[], given: object = {}): Promise<Answer> =>
  run.agency.client.post(`${run.at}/guests`, {
    ...{ side: 'visitor', language: 'es', ...given },
    guests: emails.map((email) => ({ name: 'Molino', email })),
  })

/** The guests of a matchday as its organiser sees them. */
export const guestsOf = async (run: MatchdayRun): Promise<Output<typeof listGuests>> =>
  (await run.agency.client.get(`${run.at}/guests`)).body

export type GuestMail = { readonly id: MailId; readonly subject: string; readonly token: string }
/** The mails that went to an address with the tokens of their links, the newest last. */
export const mailsTo = (system: Database, email: string): Promise<GuestMail[]> =>
  asSystem(system, async (tx) => {
    const rows = await tx.execute<{ id: MailId; subject: string; body: string }>(
      sql`select id, subject, body from mails where recipient = ${email} order by id`,
    )
    return rows.map(({ id, subject, body }) => ({ id, subject, token: /#token=([\w-]{43})/.exec(body)?.[1] ?? '' }))
  })
