import { awaitedReactions, reactionNames } from '@enlace/contracts'
import { consume } from '@enlace/messaging'
import type { Logger } from '@enlace/runtime'

import { openReactions, type ReactionPorts } from './reactions/catalogue.ts'
import { deliver } from './reactions/react.ts'
import { RightOfWay } from './reactions/right-of-way.ts'

export type WorkerOptions = ReactionPorts & {
  readonly redis: { readonly url: string; readonly prefix: string }
  readonly log: Logger
  readonly concurrency: number
}

/** Consumes every queue until closed. */
export function startWorker(options: WorkerOptions) {
  const reactions = openReactions(options)
  const way = new RightOfWay()
  const consumers = reactionNames.map((name) => {
    const reaction = reactions[name]
    const handle = deliver(options.database, options.log, name, reaction)
    return consume({ ...options.redis, reaction: name, concurrency: options.concurrency }, (eventId) =>
      awaitedReactions.has(name) ? way.first(() => handle(eventId)) : way.after(() => handle(eventId)),
    )
  })
  return {
    close: async (): Promise<void> => {
      await Promise.all(consumers.map((consumer) => consumer.close()))
    },
  }
}
