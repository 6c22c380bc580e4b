import { awaitedReactions, reactionNames } from '@enlace/contracts'
import { consume } from '@enlace/messaging'
import type { Logger } from '@enlace/runtime'

import { foreseeAnnounced } from './matches/foresee-announced.ts'
import { openRankingBooks, type RankingBooks } from './matches/ranking-books.ts'
import { openReactions, type ReactionPorts } from './reactions/catalogue.ts'
import { deliverAll } from './reactions/react.ts'
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
  const announcements = foreseeAnnounced(books.foresight, { ...options, isFree: () => way.isClear })
  const handle = deliverAll(options.database, options.log, reactions)
  const consumers = reactionNames.map((name) =>
    consume({ ...options.redis, reaction: name, concurrency: options.concurrency }, (eventId, names) =>
      awaitedReactions.has(name) ? way.first(() => handle(eventId, names)) : way.after(() => handle(eventId, names)),
    ),
  )
  return {
    close: async (): Promise<void> => {
      announcements.close()
      await Promise.all(consumers.map((consumer) => consumer.close()))
    },
  }
}
