import { sql } from 'drizzle-orm'

import type { ContactView } from '@enlace/contracts'
import type { LinkageId, OrganisationId, UserId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** Shares a side's contact data; a buyer that shares them has named itself, for good. */
export async function shareContact(
  tx: Transaction,
  share: {
    readonly linkageId: LinkageId
    readonly organisationId: OrganisationId
    readonly userId: UserId
    readonly contact: ContactView
  },
): Promise<void> {
  const { name, email, phone } = share.contact
  await tx.execute(sql`
    insert into linkage_contacts (linkage_id, organisation_id, name, email, phone, shared_by)
    values (${share.linkageId}, ${share.organisationId}, ${name}, ${email}, ${phone}, ${share.userId})
    on conflict (linkage_id, organisation_id) do update set name = excluded.name, email = excluded.email, phone = excluded.phone,
      shared_by = excluded.shared_by, shared_at = clock_timestamp()`)
  await tx.execute(sql`
    update linkages set buyer_hidden = false where id = ${share.linkageId} and buyer_id = ${share.organisationId} and buyer_hidden`)
}

export async function withdrawContact(tx: Transaction, id: LinkageId, by: OrganisationId): Promise<boolean> {
  const rows = await tx.execute(
    sql`delete from linkage_contacts where linkage_id = ${id} and organisation_id = ${by} returning linkage_id`,
  )
  return rows.length === 1
}

/** The contact data of both sides as one of them sees them: the other's only while both share. */
export async function readContacts(
  tx: Transaction,
  id: LinkageId,
  reader: OrganisationId,
): Promise<{ mine: ContactView | null; theirs: ContactView | null; theyShare: boolean }> {
  const rows = await tx.execute<ContactView & { mine: boolean } & Record<string, unknown>>(sql`
    select organisation_id = ${reader} as mine, name, email, phone from linkage_contacts where linkage_id = ${id}`)
  const [told] = await tx.execute<{ share: boolean }>(sql`select partner_shares_contact(${id}::uuid) as share`)
  const of = (mine: boolean): ContactView | null => {
    const found = rows.find((row) => row.mine === mine)
    return found === undefined ? null : { name: found.name, email: found.email, phone: found.phone }
  }
  const mine = of(true)
  return { mine, theirs: mine === null ? null : of(false), theyShare: told?.share ?? false }
}
