import { sql } from 'drizzle-orm'

import { usualQuiet, zoneOfCountry, type AlertHours, type OrganisationId, type UserId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** What a person set, if anything, and the country of the organisation it acts for. */
export type HoursRow = {
  readonly country: string | null
  readonly zone: string | null
  readonly quietFrom: string | null
  readonly quietUntil: string | null
}
/** Columns of a HoursRow, where alert_hours may be missing. */
export const hoursColumns = sql`organisations.country, alert_hours.zone, alert_hours.quiet_from as "quietFrom", alert_hours.quiet_until as "quietUntil"`

/** The hours that hold for a person: its own, else the night of its organisation's country. */
export const toHours = ({ country, zone, quietFrom, quietUntil }: HoursRow): AlertHours => ({
  zone: zone ?? zoneOfCountry(country),
  quietFrom: quietFrom ?? usualQuiet.quietFrom,
  quietUntil: quietUntil ?? usualQuiet.quietUntil,
})

/** When a person who acts for this organisation wants to be left alone. */
export async function readAlertHours(
  tx: Transaction,
  userId: UserId,
  organisationId: OrganisationId,
): Promise<AlertHours> {
  const [row] = await tx.execute<HoursRow & Record<string, unknown>>(sql`
    select ${hoursColumns} from organisations left join alert_hours on alert_hours.user_id = ${userId}
    where organisations.id = ${organisationId}`)
  return toHours(row ?? { country: null, zone: null, quietFrom: null, quietUntil: null })
}

/** Sets when a person wants to be left alone. */
export async function setAlertHours(tx: Transaction, userId: UserId, hours: AlertHours): Promise<void> {
  await tx.execute(sql`
    insert into alert_hours (user_id, zone, quiet_from, quiet_until)
    values (${userId}, ${hours.zone}, ${hours.quietFrom}, ${hours.quietUntil})
    on conflict (user_id) do update set zone = excluded.zone, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until`)
}
