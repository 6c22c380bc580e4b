import { randomBytes } from 'node:crypto'

import {
  asSystem,
  claimDueSearch,
  endTelling,
  findAmong,
  insertUnsubscribeLink,
  listWaiting,
  notifyPerson,
  postponeTelling,
  queueMail,
  type Database,
  type DueSearch,
  type Transaction,
} from '@enlace/database'
import { foundAddress, outsideQuiet, searchAddress, toldLimit } from '@enlace/domain'

import { alertMail } from './alert-mail.ts'
import { readFound, type FoundThing } from './found-thing.ts'

export type TellingPorts = {
  readonly database: Database
  /** The one origin that links in mails lead to. */
  readonly publicUrl: string
}

/** One notice in the product and one mail, however much was found. */
async function tell(tx: Transaction, due: DueSearch, found: readonly FoundThing[], publicUrl: string): Promise<void> {
  const { id, organisationId, userId, name, searched, asked, email, locale } = due
  const search = searchAddress(searched, asked)
  await notifyPerson(
    tx,
    { organisationId, userId },
    { kind: 'search-found', subject: id, detail: { name, count: found.length, title: found[0]?.title ?? '', search } },
  )
  if (email === null) return
  const token = randomBytes(32).toString('base64url')
  await insertUnsubscribeLink(tx, id, token)
  const words = alertMail(locale, {
    name,
    count: found.length,
    things: found
      .slice(0, toldLimit)
      .map(({ title, note, row }) => ({ title, note, href: publicUrl + foundAddress(searched, row.id) })),
    search: publicUrl + search,
    stop: `${publicUrl}/unsubscribe#token=${token}`,
  })
  await queueMail(tx, { recipient: email, ...words, unsubscribe: `${publicUrl}/api/unsubscribe?token=${token}` })
}

/** Tells what one saved search found, in the transaction that claims it; false where none is due. */
const tellOne = ({ database, publicUrl }: TellingPorts, now: Date): Promise<boolean> =>
  asSystem(database, async (tx) => {
    const due = await claimDueSearch(tx, now)
    if (due === null) return false
    // Whoever changed the hours meanwhile, or was to be told while no worker ran, is left alone as well.
    const at = outsideQuiet(now, due.hours)
    if (at > now) {
      await postponeTelling(tx, due.id, at)
      return true
    }
    const waiting = await listWaiting(tx, due.id)
    const open = await readFound(tx, due.searched, waiting)
    const met = new Set(
      await findAmong(
        tx,
        due.id,
        open.map(({ row }) => row),
      ),
    )
    const found = open.filter(({ row }) => met.has(row.id)).toSorted((a, b) => b.row.publishedMs - a.row.publishedMs)
    if (found.length > 0) await tell(tx, due, found, publicUrl)
    await endTelling(tx, due.id, { now, told: [...met], gone: waiting.filter((id) => !met.has(id)) })
    return true
  })

/**
 * Tells all that is due at `now`. Each telling is one transaction: another worker passes over what this one has
 * claimed, and a worker that is killed leaves it as it was. @returns how many were told or put off
 */
export async function tellDue(ports: TellingPorts, now: Date): Promise<number> {
  let done = 0
  while (await tellOne(ports, now)) done += 1
  return done
}
