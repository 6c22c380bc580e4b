import { awaitedReactions, reactionNames } from '@enlace/contracts'
import { consume, openAnnouncementListener } from '@enlace/messaging'
import type { Logger } from '@enlace/runtime'

import { openRankingBooks, type RankingBooks } from './matches/ranking-books.ts'
import { openReactions, type ReactionPorts } from './reactions/catalogue.ts'
import { deliver } from './reactions/react.ts'
import { RightOfWay } from './reactions/right-of-way.ts'

export type WorkerOptions = ReactionPorts &
  Pick<RankingBooks, 'vectors'> & {
    readonly redis: { readonly url: string; readonly prefix: string }
    readonly log: Logger
    readonly concurrency: number
  }

/** Consumes every queue until closed. */
export function startWorker(options: WorkerOptions) {
  const books = openRankingBooks(options.database, options.vectors)
  const reactions = openReactions(options, books)
  const way = new RightOfWay()
  // Needs that are there go before one that may come.
  const announcements = openAnnouncementListener({
    ...options.redis,
    onNeed: (need) => {
      if (!way.isClear) return
      books.foresight
        .foresee(need)
        .catch((error: Error) => options.log.debug({ err: error }, 'a list could not be worked out ahead'))
    },
  })
  const consumers = reactionNames.map((name) => {
    const reaction = reactions[name]
    const handle = deliver(options.database, options.log, name, reaction)
    return consume({ ...options.redis, reaction: name, concurrency: options.concurrency }, (eventId) =>
      awaitedReactions.has(name) ? way.first(() => handle(eventId)) : way.after(() => handle(eventId)),
    )
  })
  return {
    close: async (): Promise<void> => {
      announcements.close()
      await Promise.all(consumers.map((consumer) => consumer.close()))
    },
  }
}
