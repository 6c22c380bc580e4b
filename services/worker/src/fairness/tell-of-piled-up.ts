import {
  asSystem,
  claimAlarm,
  listWatchers,
  notify,
  readPolicies,
  readSupplierExposures,
  type Database,
} from '@enlace/database'
import { fairnessReport } from '@enlace/domain'

/**
 * Looks in each policy's country whether the most shown tenth has more of the places than it merits, and tells agencies
 * and the platform, once a period. @returns the countries they were told of
 */
export async function tellOfPiledUp(database: Database): Promise<readonly string[]> {
  const told: string[] = []
  for (const { country, periodDays } of await asSystem(database, readPolicies))
    await asSystem(database, async (tx) => {
      const { matthew } = fairnessReport(await readSupplierExposures(tx, periodDays, country))
      const subject = matthew.raised ? await claimAlarm(tx, country) : null
      if (subject === null) return
      const detail = { country, share: matthew.share, merited: matthew.merited, days: periodDays }
      await notify(tx, await listWatchers(tx, country), { kind: 'places-piled-up', subject, detail })
      told.push(country)
    })
  return told
}
