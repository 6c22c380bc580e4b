import { asSystem, claimTraining, readChampion, readLabels, record, type Database } from '@enlace/database'
import { labelsToCalibrate } from '@enlace/domain'

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
