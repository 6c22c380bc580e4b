import { openAnnouncementListener } from '@enlace/messaging'
import type { Logger } from '@enlace/runtime'

import type { Foresight } from './foresight.ts'

export type ForeseeOptions = {
  readonly redis: { readonly url: string; readonly prefix: string }
  readonly log: Logger
  /** Whether nobody waits for anything here: needs that are there go before one that may come. */
  readonly isFree: () => boolean
}

/** Works out the lists of needs as they are announced, until closed. */
export const foreseeAnnounced = (foresight: Foresight, { redis, log, isFree }: ForeseeOptions) =>
  openAnnouncementListener({
    ...redis,
    onNeed: (need) => {
      if (!isFree()) return
      foresight.foresee(need).catch((error: Error) => log.debug({ err: error }, 'a list could not be worked out ahead'))
    },
  })
