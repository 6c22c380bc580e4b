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
import type { Logger } from '@enlace/runtime'

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

/** Looks now and every `everyMs` until closed; what fails is tried again at the next turn. */
export function keepFair(
  { database, log }: { readonly database: Database; readonly log: Logger },
  everyMs: number,
): { readonly close: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const look = (): void => {
    running = tellOfPiledUp(database).catch((error: unknown) =>
      log.warn({ err: error as Error }, 'fairness not looked at'),
    )
  }
  look()
  const timer = setInterval(look, everyMs)
  timer.unref()
  return {
    close: async () => {
      clearInterval(timer)
      await running
    },
  }
}
