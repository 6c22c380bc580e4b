import { sql } from 'drizzle-orm'

import type { SavedSearchId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** What a link in a mail turns off, and whether it is off. */
export type Unsubscribed = { readonly name: string; readonly off: boolean }

/** Links in mails older than this no longer work. */
const linkDays = 400

/** Makes a token turn a saved search off; only its hash is kept, and links that are too old go. */
export async function insertUnsubscribeLink(tx: Transaction, id: SavedSearchId, token: string): Promise<void> {
  await tx.execute(sql`
    delete from unsubscribe_links where saved_search_id = ${id} and created_at < clock_timestamp() - make_interval(days => ${linkDays})`)
  await tx.execute(sql`
    insert into unsubscribe_links (token_hash, saved_search_id) values (sha256(convert_to(${token}, 'UTF8')), ${id})`)
}

/** Which saved search a token speaks of; null where there is none such. Anybody may ask. */
export async function readUnsubscribe(tx: Transaction, token: string): Promise<Unsubscribed | null> {
  const [row] = await tx.execute<Unsubscribed & Record<string, unknown>>(sql`select * from unsubscribe_read(${token})`)
  return row ?? null
}

/** Turns the saved search off that a token speaks of, as often as asked; null where there is none such. */
export async function useUnsubscribe(tx: Transaction, token: string): Promise<Unsubscribed | null> {
  const [row] = await tx.execute<Unsubscribed & Record<string, unknown>>(sql`select * from unsubscribe_use(${token})`)
  return row ?? null
}
