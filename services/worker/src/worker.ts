import { reactionNames } from '@enlace/contracts'
import { consume } from '@enlace/messaging'
import type { Logger } from '@enlace/runtime'

import { openReactions, type ReactionPorts } from './reactions/catalogue.ts'
import { deliver } from './reactions/react.ts'

export type WorkerOptions = ReactionPorts & {
  readonly redis: { readonly url: string; readonly prefix: string }
  readonly log: Logger
  readonly concurrency: number
}

/** Consumes every queue until closed. */
export function startWorker(options: WorkerOptions) {
  const reactions = openReactions(options)
  const consumers = reactionNames.map((reaction) =>
    consume(
      { ...options.redis, reaction, concurrency: options.concurrency },
      deliver(options.database, options.log, reaction, reactions[reaction]),
    ),
  )
  return {
    close: async (): Promise<void> => {
      await Promise.all(consumers.map((consumer) => consumer.close()))
    },
  }
}
