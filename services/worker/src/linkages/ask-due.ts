import { randomBytes } from 'node:crypto'

import { v7 as uuidv7 } from 'uuid'

import {
  asSystem,
  claimDueLinkage,
  claimEndingTerm,
  insertFollowUp,
  insertFollowUpLinks,
  listMailed,
  notify,
  queueMails,
  readToldLinkage,
  type Database,
  type DueLinkage,
  type ToldLinkage,
  type Transaction,
} from '@enlace/database'
import { asId, termReminderDays, type FollowUpId } from '@enlace/domain'

import { followUpMail } from './linkage-mail.ts'

export type AskingPorts = {
  readonly database: Database
  /** The one origin that links in mails lead to. */
  readonly publicUrl: string
}

/** Asks one side: a notice in the product, and to each of its people a mail with links of that person's own. */
async function ask(
  tx: Transaction,
  { id: linkageId, stage, days }: DueLinkage & { readonly days: number },
  { organisationId, partner, title }: ToldLinkage,
  { publicUrl, now }: { readonly publicUrl: string; readonly now: Date },
): Promise<void> {
  const id = asId<FollowUpId>(uuidv7())
  await insertFollowUp(tx, { id, linkageId, organisationId, days, stage, now })
  await notify(tx, [organisationId], { kind: 'follow-up-due', subject: linkageId, detail: { partner, title, days } })
  // Behind the # no server sees the token, and a program that opens the link changes nothing by it.
  const asked = (await listMailed(tx, [organisationId])).map((person) => ({
    ...person,
    token: randomBytes(32).toString('base64url'),
  }))
  await insertFollowUpLinks(tx, id, asked)
  await queueMails(
    tx,
    asked.map(({ email, locale, token }) => ({
      recipient: email,
      ...followUpMail(
        locale,
        { partner, title },
        days,
        (answer) => `${publicUrl}/follow-up#token=${token}&answer=${answer}`,
      ),
    })),
  )
}

/** Asks both sides of one linkage whose clock has come round, in the transaction that claims it; false where none has. */
const askOne = ({ database, publicUrl }: AskingPorts, now: Date): Promise<boolean> =>
  asSystem(database, async (tx) => {
    const due = await claimDueLinkage(tx, now)
    if (due === null) return false
    const { days } = due
    if (days === null) return true
    for (const side of await readToldLinkage(tx, due.id)) await ask(tx, { ...due, days }, side, { publicUrl, now })
    return true
  })

/** Reminds both sides of one term that ends soon; false where there is none. */
const remindOne = ({ database }: AskingPorts, now: Date): Promise<boolean> =>
  asSystem(database, async (tx) => {
    const term = await claimEndingTerm(tx, now, termReminderDays)
    if (term === null) return false
    const { linkageId, kind: what, endsOn } = term
    for (const { organisationId, partner, title } of await readToldLinkage(tx, linkageId))
      await notify(tx, [organisationId], {
        kind: 'term-ending',
        subject: linkageId,
        detail: { partner, title, what, endsOn },
      })
    return true
  })

/**
 * Asks and reminds all that is due at `now`. Each is one transaction, as a telling of alerts is: another worker passes over
 * what this one has claimed, and a worker that is killed leaves it as it was. @returns how many
 */
export async function askDue(ports: AskingPorts, now: Date): Promise<number> {
  let done = 0
  while (await askOne(ports, now)) done += 1
  while (await remindOne(ports, now)) done += 1
  return done
}
