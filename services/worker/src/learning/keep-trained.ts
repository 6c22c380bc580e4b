import { asSystem, claimTraining, readChampion, readLabels, record, type Database } from '@enlace/database'
import { labelsToCalibrate } from '@enlace/domain'
import type { Logger } from '@enlace/runtime'

/** Asks for a candidate once a day where there are labels that no version was made from. @returns whether it asked */
export const askForTraining = (database: Database): Promise<boolean> =>
  asSystem(database, async (tx) => {
    if (!(await claimTraining(tx))) return false
    const { labelsBefore } = await readChampion(tx)
    const labels = (await readLabels(tx)).length
    if (labels < labelsToCalibrate || labels === labelsBefore) return false
    await record(tx, 'model.requested', { userId: null }, { organisationId: null })
    return true
  })

/** Looks now and every `everyMs` until closed whether it is time to train; what fails is tried again at the next turn. */
export function keepTrained(
  { database, log }: { readonly database: Database; readonly log: Logger },
  everyMs: number,
): { readonly close: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const look = (): void => {
    running = askForTraining(database).catch((error: unknown) =>
      log.warn({ err: error as Error }, 'training not asked for'),
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
