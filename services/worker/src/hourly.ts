import { asSystem, forgetGuests, forgetMissedSearches, type Database } from '@enlace/database'
import { guestsKeptDays, missesKeptDays } from '@enlace/domain'
import type { Logger } from '@enlace/runtime'
import type { Storage } from '@enlace/storage'

import { tellOfPiledUp } from './fairness/tell-of-piled-up.ts'
import { sweepFiles } from './files/sweep-files.ts'
import { askForTraining } from './learning/ask-for-training.ts'
import { askForOutcomes } from './outcomes/ask-for-outcomes.ts'
import { remindOfRequests } from './requests/remind-of-requests.ts'
import { repeat } from './repeat.ts'

type Kept = { readonly database: Database; readonly storage: Storage; readonly log: Logger }

/** Starts what is looked after once an hour; each part ends by its `close`. */
export const keepHourly = ({ database, storage, log }: Kept) => {
  const hourly = (failed: string, work: () => Promise<unknown>) => repeat({ everyMs: 3_600_000, log, failed }, work)
  return [
    hourly('files not swept', async () => {
      const { orphans, strays } = await sweepFiles({ database, storage }, Date.now())
      if (orphans + strays > 0) log.info({ orphans, strays }, 'files swept')
    }),
    hourly('missed searches not forgotten', () => asSystem(database, (tx) => forgetMissedSearches(tx, missesKeptDays))),
    hourly('guests not forgotten', () => asSystem(database, (tx) => forgetGuests(tx, guestsKeptDays))),
    hourly('training not asked for', () => askForTraining(database)),
    hourly('fairness not looked at', () => tellOfPiledUp(database)),
    hourly('requests not reminded of', () => remindOfRequests(database, new Date())),
    hourly('outcomes not asked for', () => askForOutcomes(database, new Date())),
  ]
}
